(function () {
  'use strict';

  /*
   * Draws each [data-chart] from the table that data-table names: its first column says where (a time or a number),
   * the others how much. data-step: what one row covers, for bars. The table stays the truth, and what is read aloud.
   */
  const colours = ['--accent', '--wait', '--good', '--bad'];

  function chartOf(plot) {
    const holder = document.getElementById(plot.dataset.table);
    const bars = plot.dataset.chart === 'bars';
    const step = Number(plot.dataset.step || 0);
    const readout = document.createElement('output');
    let chart = null;
    let inTime = false;

    readout.className = 'readout';
    readout.setAttribute('aria-hidden', 'true');
    plot.before(readout);
    if (!bars) {
      titles().slice(1).forEach(function (title) {
        const key = document.createElement('span');
        key.className = 'series';
        key.textContent = title;
        readout.before(key);
      });
    }

    function numberIn(cell) {
      const time = cell.querySelector('time');
      if (time !== null) {
        inTime = true;
        return Date.parse(time.dateTime) / 1000;
      }
      const data = cell.querySelector('data');
      return data === null || data.value === '' ? null : Number(data.value);
    }

    function points() {
      const rows = Array.from(holder.querySelectorAll('tbody tr'), (row) => Array.from(row.cells, numberIn));
      rows.sort((one, other) => one[0] - other[0]);
      return titles().map((title, i) => rows.map((row) => row[i]));
    }

    function titles() {
      const all = Array.from(holder.querySelectorAll('thead th'), (cell) => cell.textContent.trim());
      return all.slice(0, 1 + Number(plot.dataset.columns || all.length));
    }

    function labels() {
      return new Map(Array.from(holder.querySelectorAll('tbody tr'), (row) => [numberIn(row.cells[0]), row.cells[0].textContent.trim()]));
    }

    function short(value) {
      return value >= 1e6 ? (value / 1e6) + ' M' : value >= 1e4 ? (value / 1e3) + ' k' : value.toLocaleString('en');
    }

    function options() {
      const style = getComputedStyle(plot);
      const probe = document.createElement('i');
      plot.append(probe);
      const colour = function (name) {
        probe.style.color = 'var(' + name + ')';
        return getComputedStyle(probe).color;
      };
      const axis = {
        stroke: colour('--muted'), font: '12px ' + style.fontFamily,
        grid: { stroke: colour('--rule'), width: 1 }, ticks: { show: false }
      };
      const made = {
        width: plot.clientWidth, height: plot.clientHeight,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), document.getElementById('zone').value),
        cursor: Object.assign({ y: false, drag: { x: false, y: false } }, bars ? { points: { show: false }, dataIdx: barAt } : {}),
        legend: { show: false },
        padding: [10, 18, 0, 0],
        hooks: { setCursor: [readOut] },
        scales: {
          x: { time: inTime, range: (u, min, max) => [min, max + step] },
          y: { range: (u, min, max) => [0, Math.max(Number(plot.dataset.least || 1), max * 1.1)] }
        },
        series: titles().map((title, i) => i === 0 ? {} : Object.assign(
          { label: title, points: { show: false } },
          bars ? { fill: colour(colours[i - 1]), width: 0, paths: uPlot.paths.bars({ size: [0.72, 28], align: 1 }) }
            : { stroke: colour(colours[i - 1]), width: 1.75, spanGaps: false })),
        axes: [
          Object.assign({}, axis, { grid: { show: false }, values: inTime ? clock : names, space: 70, size: 28 }),
          Object.assign({}, axis, { size: 56, values: (u, values) => values.map(short) })
        ]
      };
      probe.remove();
      return made;
    }

    function clock(u, splits) {
      const zone = document.getElementById('zone').value;
      return splits.map((value) => new Date(value * 1000).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }));
    }

    function names(u, splits) {
      const known = labels();
      return splits.map((value) => known.get(value) ?? '');
    }

    // A bar stands to the right of its place.
    function barAt(u, series, closest, x) {
      return closest > 0 && u.data[0][closest] > x ? closest - 1 : closest;
    }

    function readOut(u) {
      const i = u.cursor.idx;
      if (i === null || i === undefined) {
        readout.textContent = '';
        return;
      }
      const several = u.series.length > 2;
      const values = u.series.slice(1).map((series, n) => {
        const value = u.data[n + 1][i];
        return (several ? series.label + ' ' : '') + (value === null ? '–' : value.toLocaleString('en', { maximumSignificantDigits: 4 }));
      });
      readout.textContent = labels().get(u.data[0][i]) + '  ' + values.join('  ');
    }

    function draw() {
      if (chart !== null) {
        chart.destroy();
      }
      const data = points();
      chart = new uPlot(options(), data, plot);
    }

    holder.addEventListener('htmx:sseMessage', () => chart.setData(points()));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    new ResizeObserver(() => chart.setSize({ width: plot.clientWidth, height: plot.clientHeight })).observe(plot);
    draw();
  }

  document.querySelectorAll('[data-chart]').forEach(chartOf);
}());
