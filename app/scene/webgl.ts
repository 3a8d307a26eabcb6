// Whether this browser can draw in 3D, and whether it does so without a graphics processor.

export interface Graphics {
  readonly available: boolean;
  /** Drawn by the main processor: every pixel costs, so there are fewer of them. */
  readonly software: boolean;
}

const softwareRenderers = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Asks a throw-away canvas, and gives its context back at once: a page may only hold a few. */
export function probeGraphics(): Graphics {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    if (!context) return { available: false, software: false };
    const information = context.getExtension('WEBGL_debug_renderer_info');
    const renderer: unknown = context.getParameter(
      information ? information.UNMASKED_RENDERER_WEBGL : context.RENDERER,
    );
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return { available: true, software: softwareRenderers.test(String(renderer)) };
  } catch {
    return { available: false, software: false };
  }
}
