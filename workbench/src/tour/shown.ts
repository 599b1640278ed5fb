/** The example reports that the tour leads to, by their addresses. */
export const shown = {
  report: 'https://gazette.example/national/2026/03/03/harbour-tunnel-delayed',
  compared: ['https://meridian.example/2026/03/06/tunnel-audit', 'https://courier.example/2026/03/12/okonjo-resigns'],
} as const;
