// Light, dark, or as the reader's machine has it.
import './controls.css';
import { useStore } from 'zustand';
import { IconButton } from './IconButton.tsx';
import { autoThemeIcon, moonIcon, sunIcon } from './icons.tsx';
import type { SessionProps } from './session-props.ts';

const themes = {
  auto: { name: 'Theme: as on this machine', icon: autoThemeIcon, next: 'light' },
  light: { name: 'Theme: light', icon: sunIcon, next: 'dark' },
  dark: { name: 'Theme: dark', icon: moonIcon, next: 'auto' },
} as const;

export function ThemeToggle({ session }: SessionProps) {
  const theme = useStore(session.store, (state) => state.experiment.theme);
  const { name, icon, next } = themes[theme];
  return <IconButton name={name} icon={icon} onClick={() => session.update({ theme: next })} />;
}
