(function () {
  'use strict';

  /*
   * Draws each [data-chart] from the table that data-table names: its first column says where (a time or a number),
   * the others how much. data-step: what one row covers, for bars; data-span: from where to where, if not from the
   * first to the last row; data-along and data-unit name the axes. The table stays the truth, and what is read aloud.
   */
  const colours = ['--accent', '--muted'];

  function chartOf(plot) {
    const holder = document.getElementById(plot.dataset.table);
    const bars = plot.dataset.chart === 'bars';
    const step = Number(plot.dataset.step || 0);
    const key = document.createElement('div');
    const readout = document.createElement('output');
    const canvas = document.createElement('div');
    let chart = null;
    let inTime = false;

    key.className = 'key';
    readout.className = 'readout';
    readout.setAttribute('aria-hidden', 'true');
    if (!bars) {
      titles().slice(1).forEach(function (title) {
        const name = document.createElement('span');
        name.textContent = title;
        key.append(name);
      });
    }
    key.append(readout);
    plot.append(key, canvas);

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

    function span(u, min, max) {
      return plot.dataset.span ? plot.dataset.span.split(',').map(Number) : [min, max + step];
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
        stroke: colour('--muted'), font: '12px ' + style.fontFamily, labelFont: '12px ' + style.fontFamily, labelSize: 18, labelGap: 0,
        grid: { stroke: colour('--rule'), width: 1 }, ticks: { show: false }
      };
      const made = {
        width: canvas.clientWidth, height: canvas.clientHeight,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), document.getElementById('zone').value),
        cursor: Object.assign({ y: false, drag: { x: false, y: false } }, bars ? { points: { show: false }, dataIdx: barAt } : {}),
        legend: { show: false },
        padding: [8, 18, 0, 0],
        hooks: { setCursor: [readOut] },
        scales: {
          x: { time: inTime, range: span },
          y: { range: (u, min, max) => [0, Math.max(Number(plot.dataset.least || 1), max * 1.1)] }
        },
        series: titles().map((title, i) => i === 0 ? {} : Object.assign(
          { label: title, points: { show: false } },
          bars ? { fill: colour(colours[i - 1]), width: 0, paths: uPlot.paths.bars({ size: [0.72, 64], align: 1 }) }
            : { stroke: colour(colours[i - 1]), width: 1.75, spanGaps: false })),
        axes: [
          Object.assign({}, axis, { grid: { show: false }, values: inTime ? clock : (u, values) => values.map(short), label: plot.dataset.along, space: 70, size: 26 }),
          Object.assign({}, axis, { label: plot.dataset.unit, size: 50, values: (u, values) => values.map(short) })
        ]
      };
      probe.remove();
      return made;
    }

    function clock(u, splits) {
      const zone = document.getElementById('zone').value;
      return splits.map((value) => new Date(value * 1000).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }));
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
      chart = new uPlot(options(), data, canvas);
    }

    holder.addEventListener('htmx:sseMessage', () => chart.setData(points()));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    new ResizeObserver(() => chart.setSize({ width: canvas.clientWidth, height: canvas.clientHeight })).observe(canvas);
    draw();
  }

  document.querySelectorAll('[data-chart]').forEach(chartOf);
}());
