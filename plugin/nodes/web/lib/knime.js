// SPDX-License-Identifier: Apache-2.0
// The only file that knows the platform: a small client of its frame protocol (messages between this page and the window
// around it). Everything else sees `knime.start(draw)`, `knime.select(keys)` and `knime.onSelection(listener)`.
const knime = (() => {
  const ANSWER_MS = 10000;
  const waiting = new Map();
  let listeners = [];
  let config = null;
  let next = 0;

  function request(method, ...params) {
    const requestId = `r${next++}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(requestId);
        reject(new Error(`${method}: no answer`));
      }, ANSWER_MS);
      waiting.set(requestId, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      window.parent.postMessage({ type: 'UIExtensionRequest', requestId, payload: { method, params } }, '*');
    });
  }

  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || !data) {
      return;
    }
    if (data.type === 'UIExtensionResponse' && waiting.has(data.requestId)) {
      const answered = waiting.get(data.requestId);
      waiting.delete(data.requestId);
      answered(data.payload);
    } else if (data.type === 'UIExtensionPushEvent' && data.payload?.eventType === 'SelectionEvent') {
      const { mode, selection } = data.payload.payload ?? {};
      listeners.forEach((listener) => listener(mode ?? 'REPLACE', selection ?? []));
    }
  });

  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      window.parent.postMessage({ type: 'UIExtensionEscapePressed' }, '*');
    }
  });

  function initialData() {
    let data = config.initialData;
    data = typeof data === 'string' ? JSON.parse(data) : data;
    if (data?.userError || data?.internalError) {
      throw new Error((data.userError ?? data.internalError).message ?? 'The view has no data.');
    }
    const result = data?.result ?? data;
    return typeof result === 'string' ? JSON.parse(result) : result;
  }

  /** The drawing alone, as a part of another page: no scripts, styles for nothing but itself, names of its own. */
  function drawing() {
    const own = (selector) => (/^(:root|body)$/.test(selector) ? '.recluster' : `.recluster ${selector}`);
    const scoped = (rules) => [...rules].map((rule) => rule.selectorText
      ? `${rule.selectorText.split(',').map((selector) => own(selector.trim())).join()} { ${rule.style.cssText} }`
      : `@media ${rule.conditionText} { ${scoped(rule.cssRules)} }`).join('\n');
    const styles = [...document.styleSheets].map((sheet) => scoped(sheet.cssRules)).join('\n');
    const html = `<div class="recluster"><style>${styles}</style>${document.querySelector('main').outerHTML}</div>`;
    const node = String(config.nodeId).replace(/\W+/g, '_');
    return html.replace(/\bzr(\d+)-/g, `zr_${node}_$1-`); // what ECharts names: each page begins at 0
  }

  return {
    /** Asks for the view's data and draws it; in a report, hands the drawing over. */
    async start(draw, fail) {
      try {
        config = await request('getConfig');
        const report = config.renderingConfig?.type === 'REPORT';
        await draw(initialData(), { report, selection: config.initialSelection ?? [] });
        if (report) {
          await request('setReportingContent', drawing());
        }
      } catch (error) {
        fail(error);
      }
      window.parent.postMessage({ type: 'UIExtensionReady' }, '*');
    },

    /** Tells the other views which rows are selected here. */
    select(keys) {
      const { projectId, workflowId, nodeId } = config;
      return request('updateDataPointSelection', { projectId, workflowId, nodeId, mode: 'REPLACE', selection: keys })
        .catch((error) => console.warn(error.message));
    },

    /** Hears of selections made elsewhere: (mode, keys), mode ADD, REMOVE or REPLACE. */
    onSelection(listener) {
      listeners.push(listener);
    },
  };
})();
