// Redress: gives each frame with a petition's form the height of what is in it. It reads nothing of your page or
// of your visitors, sets no cookie, and asks for nothing. Without it the frame keeps the height it is written with.
addEventListener("message", ({ data, origin, source }) => {
  const height = data && data.redressHeight;
  if (!(height > 0 && height < 20000)) return;
  for (const frame of document.querySelectorAll("iframe[data-redress]")) {
    if (frame.contentWindow === source && new URL(frame.src).origin === origin) {
      frame.style.height = `${height}px`;
    }
  }
});
