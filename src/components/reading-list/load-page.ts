/**
 * Loads a page as a document; null when that fails. Not by `fetch`, since the page's policy (Trusted Types) rightly forbids
 * to parse text as HTML; a request for a document does not run what is in it, and needs no exception.
 */
export function loadPage(address: string): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onloadend = () => resolve(request.status === 200 ? request.responseXML : null);
    request.open('GET', address);
    request.responseType = 'document';
    request.send();
  });
}
