// The version of this project, for what leaves the page. A test holds it against the package's.

export const version = '0.1.0';
