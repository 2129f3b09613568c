/* The yardstick: D3 as tutorials teach it, with the libraries as globals from script tags. */
/* eslint-disable -- such globals have no types, which most of the rules need */

// What the camera shows at each step: west, south, east, north in degrees; null for everything.
const REGIONS = [
  null,
  [-11, 36, 40, 69],
  [4, 54, 32, 71],
  [-17, 15, 36, 38],
  [-18, 3, 16, 20],
  [10, -35, 42, -5],
  null,
  [26, 12, 64, 42],
  [60, 5, 98, 37],
  [98, 18, 147, 52],
  [110, -45, 178, 0],
  [-82, -55, -34, 13],
  [-165, 15, -52, 70],
  null,
];
const LAND = '#c9c9c9';
const [width, height] = [innerWidth, innerHeight];

// The finer atlas (`?detail=50m`) has the small states, at six times the bytes.
const detail = new URLSearchParams(location.search).get('detail') === '50m' ? '50m' : '110m';
void d3.json(`vendor/countries-${detail}.json`).then(draw);

function draw(atlas) {
  const { features } = globalThis.topojson.feature(atlas, atlas.objects.countries);
  const projection = d3.geoNaturalEarth1().fitSize([width, height], { type: 'Sphere' });
  const colour = d3.scaleSequential(d3.interpolateYlGnBu).domain([-2, REGIONS.length]);

  const svg = d3.select('figure').append('svg').attr('viewBox', `0 0 ${width} ${height}`);
  svg.attr('preserveAspectRatio', 'xMidYMid slice');
  const layer = svg.append('g');
  const countries = layer.selectAll('path').data(features).join('path');
  countries.attr('d', d3.geoPath(projection)).attr('fill', LAND);
  countries.append('title').text((country) => country.properties.name);
  const zoom = d3.zoom().on('zoom', (event) => layer.attr('transform', event.transform));

  function show(step) {
    const fill = (_, index) => (index % 14 <= step ? colour(index % 14) : LAND);
    d3.selectAll('[data-step]').classed('is-active', (_, index) => index === step);
    countries.transition().duration(600).attr('fill', fill);
    svg.transition().duration(900).call(zoom.transform, cameraFor(REGIONS[step], projection));
  }

  const scroller = scrollama();
  scroller.setup({ step: '[data-step]', offset: 0.5 }).onStepEnter(({ index }) => show(index));
  addEventListener('resize', () => scroller.resize());
}

function cameraFor(region, projection) {
  if (!region) return d3.zoomIdentity;
  const [west, south, east, north] = region;
  const [left, top] = projection([west, north]);
  const [right, bottom] = projection([east, south]);
  return d3.zoomIdentity
    .translate(width / 2, height / 2)
    .scale(0.9 * Math.min(width / (right - left), height / (bottom - top)))
    .translate(-(left + right) / 2, -(top + bottom) / 2);
}
