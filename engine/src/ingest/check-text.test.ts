import { describe, expect, it } from 'vitest';
import { checkText } from './check-text.ts';

const codes = (text: string): string[] => checkText(text).map(({ code }) => code);

describe('checkText', () => {
  it.each([
    [
      'German',
      'Das Ministerium hat die Vorwürfe zurückgewiesen und von einem Fehler gesprochen, der sich nicht wiederholen werde.',
    ],
    [
      'French',
      'Le ministère a rejeté les accusations et parle d’une erreur qui ne se répétera pas, selon une porte-parole.',
    ],
    ['Spanish', 'El ministerio rechazó las acusaciones y habló de un error que no se repetirá, según una portavoz.'],
    [
      'Italian',
      'Il ministero ha respinto le accuse e parla di un errore che non si ripeterà, secondo una portavoce della città.',
    ],
    [
      'Dutch',
      'Het ministerie wijst de beschuldigingen van de hand en spreekt van een fout die zich niet zal herhalen.',
    ],
    [
      'Turkish',
      'Bakanlık suçlamaları reddetti ve bir daha olmayacak bir hata için özür dilediğini söyledi, bu daha çok tartışılacak.',
    ],
    ['Swedish', 'Ministeriet avvisar anklagelserna och säger att det är ett fel som inte ska upprepas på länge.'],
    ['Arabic', 'رفضت الوزارة الاتهامات وتحدثت عن خطأ لن يتكرر.'],
    ['Chinese', '交通部否认了这些指控,称这是一个不会重演的错误。'],
    ['Japanese', '省は疑惑を否定し、二度と繰り返されない誤りだと述べた。'],
    ['Russian', 'Министерство отвергло обвинения и заявило об ошибке.'],
    ['Greek', 'Το υπουργείο απέρριψε τις κατηγορίες.'],
    ['Finnish, at some length', 'Ministeriö kiisti syytökset ja puhui virheestä. '.repeat(6)],
    [
      'combining marks',
      'Le ministe\u0300re a rejete\u0301 les accusations et parle d’une erreur selon une porte-parole.',
    ],
  ])('reports another language than English: %s', (_, text) => {
    expect(codes(text)).toContain('not-english');
  });

  it.each([
    ['headline', 'Tunnel opening delayed two years, minister blames ground water'],
    ['headline without any small word', 'Ferry strike: crews reject pay offer'],
    [
      'several headlines',
      'Ferry strike enters third week\n\nTunnel opening delayed\n\nMinister denies letters claim\n\nStorm Ottla: two villages evacuated as Ede bursts banks\n\nQuay market to close',
    ],
    ['sentence', 'The ministry denied the accusations.'],
    ['sentence in the first person', 'I do what I do, and I say so.'],
    [
      'Spanish names',
      'Officials in Los Nogales and Las Palmas de Vardo said on Monday that the mayor, Luis de la Cruz, had left.',
    ],
    [
      'quotation in German',
      'The minister said “das ist nicht die Frage” when she was asked about the letters that her staff had received.',
    ],
    ['name in another script', 'The company, 港湾 in its own language, denied the claim.'],
    ['emoji', 'The tunnel leaked 🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧.'],
    ['one word', 'Denied.'],
    ['one word in another script', 'Привет'],
  ])('takes for English, or for too little to tell: %s', (_, text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each([['12 345 — 67 %'], ['🚧 🌧️'], ['…'], ['\u0301'], ['']])('reports a text without letters: “%s”', (text) => {
    expect(checkText(text)).toEqual([
      { code: 'no-letters', message: 'Expected a report, got a text without a letter', span: null },
    ]);
  });

  it('counts letters of any script as letters', () => {
    expect(codes('مرحبا')).toEqual([]);
  });

  it.each([
    ['curly mark', 'She said: “It leaked.\nNobody knew.', ['“It leaked.']],
    ['straight mark', 'She said: "It leaked.\nNobody knew.', ['"It leaked.']],
    ['end of the text', 'Nobody knew. “It leaked', ['“It leaked']],
    ['last of several', '“One,” he said. “Two', ['“Two']],
    ['two paragraphs', '“One\nno\n“Two\nno', ['“One', '“Two']],
    [
      'behind emoji, combining marks and right-to-left text',
      '🚧👷🏽‍♀️ e\u0301 قال: “تسرّب 💧 الماء\nNobody knew.',
      ['“تسرّب 💧 الماء'],
    ],
  ])('points at a quotation that nothing closes: %s', (_, text, expected) => {
    const found = checkText(text).filter(({ code }) => code === 'unclosed-quotation');
    expect(found.map(({ span }) => text.slice(span!.start, span!.end))).toEqual(expected);
  });

  it.each([
    ['closed', 'She said: “It leaked.”'],
    ['goes on in the next paragraph', '“It leaked.\n\n“Nobody knew,” she said.'],
    ['goes on, straight marks', '"It leaked.\n\n"Nobody knew," she said.'],
    ['goes on over three', '“One.\n“Two.\n“Three,” she said.'],
    ['inches', 'The 6" pipe of the old plant in the town burst.'],
  ])('accepts a quotation that is closed sooner or later: %s', (_, text) => {
    expect(codes(text)).toEqual([]);
  });
});
