import robots from 'robots-parser';

/** What a site asks of programs that read it. */
export interface RobotsRules {
  allows(address: string): boolean;
  /** Least time between two requests, in milliseconds; 0 where the site names none. */
  readonly crawlDelayMs: number;
}

/** The name by which robots.txt may address this program. */
export const agentName = 'according';

/** RFC 9309 asks for 500 KiB at least. */
export const maxRobotsBytes = 500 * 1024;

/** All patterns with wildcards together cost their length times the address's; no site has need of more than this. */
const mostWildcardCharacters = 40_000;

/** The package's types describe a module of the other kind than it is. */
const parse = robots as unknown as typeof robots.default;

export const allowAll: RobotsRules = { allows: () => true, crawlDelayMs: 0 };
export const allowNothing: RobotsRules = { allows: () => false, crawlDelayMs: 0 };

/** Reads a robots.txt (RFC 9309). Of hostile ones, what would take long is left out. */
export function parseRobots(robotsAddress: string, text: string): RobotsRules {
  const parsed = parse(robotsAddress, relevantLines(text.slice(0, maxRobotsBytes)));
  const delay = parsed.getCrawlDelay(agentName) ?? 0;
  return {
    // Undefined for another site's address, which has a robots.txt of its own.
    allows: (address) => parsed.isAllowed(address, agentName) ?? true,
    crawlDelayMs: delay > 0 ? 1000 * delay : 0,
  };
}

/** The file with other programs' groups under one name: rules are kept once for each name that heads them. */
function relevantLines(text: string): string {
  let wildcardCharacters = 0;
  const group = new Set<string>();
  let inRules = true;
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const bare = line.split('#', 1)[0]!.trim();
    if (bare === '') continue;
    const colon = bare.indexOf(':');
    const key = bare.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = bare.slice(colon + 1).trim();
    if (key === 'user-agent') {
      const name = value.split('/', 1)[0]!.trim().toLowerCase();
      const agent = name === '*' || name === agentName ? name : 'another';
      if (inRules) group.clear();
      inRules = false;
      if (!group.has(agent)) lines.push(`user-agent: ${agent}`);
      group.add(agent);
      continue;
    }
    if (key === '') continue;
    inRules = true;
    if (value.includes('*') && (wildcardCharacters += value.length) > mostWildcardCharacters) continue;
    lines.push(`${key}: ${value}`);
  }
  return lines.join('\n');
}
