/** The oldest Node that runs us, as `engines` in package.json says. */
export const leastNode = '22.12';

/** Whether a version such as `20.11.1` is older than that. */
export function nodeIsTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastNode.split('.').map(Number);
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}
