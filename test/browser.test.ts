import { withBrowser } from './browser.ts';

test('a browser starts with what npm installed and shows a page in Russian', async () => {
  await withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.setContent('<title>Проверка</title><h1>Анкета получателя услуг</h1>');
    expect(await page.getByRole('heading').textContent()).toBe('Анкета получателя услуг');
  });
});
