import type { Span } from '../document/index.ts';
import { addresseeAt, hearerAt, isPassive, lastVerbBefore } from './addressee-at.ts';
import { nothing, onlyIf, type Finding } from './finding.ts';
import { eventAt } from './occasion-at.ts';
import { readAdjuncts, type Adjuncts, type Circumstances } from './read-adjuncts.ts';
import { stretchOf, wordFrom, type Stretch } from './stretch.ts';
import { nextStart, reach, sentenceEnd, type Surroundings } from './surroundings.ts';
import { determiners } from './word-lists.ts';

/** `told [reporters] [in Beijing] [on Tuesday]`, and what the cue itself holds of it. */
export function afterCue(around: Surroundings): Finding[] {
  const { text, source, cue, content } = around;
  return cue.flatMap((span): Finding[] => {
    const end = Math.min(
      nextStart(content, span.end, around.end),
      nextStart(source, span.end, around.end),
      sentenceEnd(text, span),
    );
    const stretch = stretchOf(text, { start: span.start, end });
    const cueEnd = span.end - span.start;
    const verb = lastVerbBefore(stretch, cueEnd);
    const shown = (at: Span): string => `follows “${stretch.text.slice(at.start, at.end)}”`;
    const findings: Finding[] = [];
    let index = wordFrom(stretch, verb?.end ?? cueEnd);
    if (verb !== null) {
      const beside = { start: span.start + verb.start, end: span.start + verb.end };
      const form = text.slice(beside.start, beside.end);
      const isActive =
        !isPassive(text.slice(Math.max(around.start, beside.start - 40), beside.start)) &&
        (/ing$/iu.test(form) || source.some((other) => other.end <= beside.start)) &&
        !isReduced(text, source, beside.start, form);
      const event = isActive && verb.address === 'tell' ? eventAt(stretch, index) : null;
      const addressee =
        !isActive || event !== null ? null : addresseeAt(stretch, index, verb.address, text.slice(end, end + 12));
      if (event !== null) {
        const { span: occasion, time, place, next } = event;
        findings.push({ stretch, how: shown(verb), beside, time, place, occasion, addressee: null });
        index = next;
      } else if (addressee !== null) {
        findings.push({ stretch, how: shown(verb), beside, ...nothing, addressee: addressee.span });
        index = addressee.next;
      } else if (isActive && verb.address !== 'speak') {
        const within = contentAddressee(around, span, verb.address, stretch, index);
        if (within !== null) findings.push({ ...within, how: shown(verb), beside });
      }
      const adjuncts = readAdjuncts(stretch, index, { places: around.speaks });
      findings.push({ stretch, how: shown(verb), beside, ...onlyIf(!around.looksAhead, adjuncts) });
      // “said Tuesday to reporters”
      const hearer =
        isActive && verb.address === 'speak' && addressee === null ? hearerBehind(stretch, adjuncts) : null;
      if (hearer !== null) findings.push({ stretch, how: shown(verb), beside, ...nothing, addressee: hearer });
    } else {
      const adjuncts = readAdjuncts(stretch, index, { places: around.speaks });
      if (!isGoverned(stretch, index))
        findings.push({
          stretch,
          how: shown({ start: 0, end: cueEnd }),
          beside: span,
          ...onlyIf(!around.looksAhead, adjuncts),
        });
    }
    if (!around.looksAhead) findings.push(...withinCue(stretch, span));
    return findings;
  });
}

function hearerBehind(stretch: Stretch, adjuncts: Adjuncts): Span | null {
  if (adjuncts.time === null && adjuncts.occasion === null) return null;
  return stretch.words[adjuncts.next]?.lower === 'to' ? (hearerAt(stretch, adjuncts.next)?.span ?? null) : null;
}

/** Whether a verb stands in an apposition, without an auxiliary, and so in the passive: `Rao, asked about it, …`. */
function isReduced(text: string, source: readonly Span[], verb: number, form: string): boolean {
  if (/ing$|s$/iu.test(form)) return false;
  const before = source.findLast(({ end }) => end <= verb);
  if (before === undefined) return false;
  return /^,\s+$/u.test(text.slice(before.end, verb)) && !text.slice(before.start, before.end).includes(',');
}

/** `urged [voters] to stay home`, where the content begins with whom it is said to. */
function contentAddressee(
  { text, content, end }: Surroundings,
  cue: Span,
  address: 'tell' | 'ask' | 'direct',
  behindVerb: Stretch,
  index: number,
): Pick<Finding, 'stretch' | keyof Circumstances> | null {
  if (behindVerb.words[index] !== undefined) return null;
  const first = content.find(({ start }) => start >= cue.end);
  if (first === undefined || text.slice(cue.end, first.start).trim() !== '') return null;
  const stretch = stretchOf(text, { start: first.start, end: Math.min(first.end, first.start + reach, end) });
  const found = addresseeAt(stretch, 0, address, '');
  if (found === null) return null;
  const behind = stretch.words[found.next]?.lower ?? '';
  const then = stretch.words[found.next + 1]?.lower ?? '';
  const isBeginning = behind === 'to' ? !determiners.has(then) : behind === 'not' && then === 'to';
  return isBeginning || (address === 'tell' && behind === 'that')
    ? { stretch, ...nothing, addressee: found.span }
    : null;
}

/** Times and occasions in the midst of a cue: `Sunday night recounted`, `asserted during the debate`. */
function withinCue(stretch: Stretch, cue: Span): Finding[] {
  const end = cue.end - cue.start;
  for (let index = 0; index < stretch.words.length && stretch.words[index]!.start < end; index++) {
    if (isGoverned(stretch, index)) continue;
    const { time, place, occasion, addressee } = readAdjuncts(stretch, index);
    if (time === null && occasion === null) continue;
    return [{ stretch, how: 'is part of the cue', beside: null, time, place, occasion, addressee }];
  }
  return [];
}

/** Whether the word before belongs to what follows, so that it is what was spoken of: `asked about Monday`. */
function isGoverned({ words }: Stretch, index: number): boolean {
  return /^(?:about|after|against|before|between|by|for|from|of|since|than|through|to|until|with)$/u.test(
    words[index - 1]?.lower ?? '',
  );
}
