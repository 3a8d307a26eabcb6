// The icons, drawn as strokes on a grid of 16 in the colour of the text.
import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const playIcon = (
  <Icon>
    <path d="M4.5 2.8v10.4L13 8z" fill="currentColor" />
  </Icon>
);
export const pauseIcon = (
  <Icon>
    <path d="M5 3v10M11 3v10" strokeWidth="2.5" />
  </Icon>
);
export const stepIcon = (
  <Icon>
    <path d="M3 3v10l7-5z" fill="currentColor" />
    <path d="M13 3v10" strokeWidth="2" />
  </Icon>
);
export const backIcon = (
  <Icon>
    <path d="M3 3v10" strokeWidth="2" />
    <path d="M13 3v10L6 8z" fill="currentColor" />
  </Icon>
);
export const resetIcon = (
  <Icon>
    <path d="M3.2 8a4.8 4.8 0 1 0 1.6-3.6" />
    <path d="M4.6 1.6v3.1h3.1" />
  </Icon>
);
export const diceIcon = (
  <Icon>
    <rect x="2" y="2" width="12" height="12" rx="2" />
    <path d="M5.3 5.3h.01M10.7 5.3h.01M8 8h.01M5.3 10.7h.01M10.7 10.7h.01" strokeWidth="2" />
  </Icon>
);
export const sunIcon = (
  <Icon>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1" />
  </Icon>
);
export const moonIcon = (
  <Icon>
    <path d="M13.3 9.8A5.8 5.8 0 0 1 6.2 2.7a5.8 5.8 0 1 0 7.1 7.1z" />
  </Icon>
);
export const autoThemeIcon = (
  <Icon>
    <circle cx="8" cy="8" r="5.8" />
    <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6z" fill="currentColor" />
  </Icon>
);
export const plusIcon = (
  <Icon>
    <path d="M8 3v10M3 8h10" />
  </Icon>
);
export const closeIcon = (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);
export const linkIcon = (
  <Icon>
    <path d="M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.4-2.4a2.6 2.6 0 0 0-3.7-3.7l-.9.9" />
    <path d="M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.9-.9" />
  </Icon>
);
export const helpIcon = (
  <Icon>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M6.2 6.3a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.7-.9 1.3M8 11.6h.01" />
  </Icon>
);
export const saveIcon = (
  <Icon>
    <path d="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11" />
  </Icon>
);
export const embedIcon = (
  <Icon>
    <path d="M5.5 4.2 1.8 8l3.7 3.8M10.5 4.2 14.2 8l-3.7 3.8M9 2.8 7 13.2" />
  </Icon>
);
