// Keeps a failure of the 3D view from taking the rest of the figure with it.
import { Component, type ReactNode } from 'react';

export interface SceneBoundaryProps {
  readonly onError: () => void;
  readonly children: ReactNode;
}

export class SceneBoundary extends Component<SceneBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onError();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
