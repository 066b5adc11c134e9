const X0 = 155_000
const Y0 = 463_000
const LAT0 = 52.1551744
const LON0 = 5.38720621

/** Power of x, power of y, seconds of arc: the published approximation of the Dutch grid, good to a metre. */
const LAT: ReadonlyArray<readonly [number, number, number]> = [
  [0, 1, 3235.65389],
  [2, 0, -32.58297],
  [0, 2, -0.2475],
  [2, 1, -0.84978],
  [0, 3, -0.0655],
  [2, 2, -0.01709],
  [1, 0, -0.00738],
  [4, 0, 0.0053],
  [2, 3, -0.00039],
  [4, 1, 0.00033],
  [1, 1, -0.00012]
]
const LON: ReadonlyArray<readonly [number, number, number]> = [
  [1, 0, 5260.52916],
  [1, 1, 105.94684],
  [1, 2, 2.45656],
  [3, 0, -0.81885],
  [1, 3, 0.05594],
  [3, 1, -0.05607],
  [0, 1, 0.01199],
  [3, 2, -0.00256],
  [1, 4, 0.00128],
  [0, 2, 0.00022],
  [2, 0, -0.00022],
  [5, 0, 0.00026]
]

/** Rijksdriehoek coordinates in metres as WGS84 degrees (`reference-data.md` 8). */
export function fromRijksdriehoek(x: number, y: number): { readonly lat: number; readonly lon: number } {
  const [dx, dy] = [(x - X0) / 100_000, (y - Y0) / 100_000]
  const sum = (terms: typeof LAT): number => terms.reduce((total, [p, q, k]) => total + k * dx ** p * dy ** q, 0) / 3600
  return { lat: LAT0 + sum(LAT), lon: LON0 + sum(LON) }
}
