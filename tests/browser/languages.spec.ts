import { expect, test } from '@playwright/test';

import { showFilters } from '../support/show-filters.ts';
import { fixtures } from '../support/site-fixtures.ts';

const french = `http://localhost:${fixtures.french.port}`;

test('the search of a French archive is in French: counts, facets, chips, names and errors', async ({
  page,
}) => {
  await page.goto(`${french}/search/`);
  const status = page.getByRole('status').first();
  await expect(status).toHaveText('11 articles');
  const people = page.getByRole('group', { name: 'Personnes', exact: true });
  await expect(people.getByRole('checkbox')).not.toHaveCount(0);
  await showFilters(page);
  await expect(page.getByRole('group', { name: 'Langue', exact: true })).toContainText('français');
  await expect(page.getByRole('group', { name: 'Année', exact: true })).toContainText('Sans date');
  await people.getByLabel('Ada Brook').check();
  await expect(page.getByRole('button', { name: 'Retirer\u00a0: personne Ada Brook' })).toBeVisible();
  await expect(page.locator('#exported')).toHaveText(
    'Les 4 articles trouvés, en tableau ou en références\u00a0:',
  );

  await page.getByLabel('Du', { exact: true }).fill('1700');
  await page.getByLabel('Au', { exact: true }).fill('demain');
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'Date incomprise (ni année, ni mois, ni jour)\u00a0: écrivez 2021, juillet 2021 ou 2021-07-18.',
  );

  await page.goto(`${french}/search/?q=ferry&from=2005`);
  await expect(status).toHaveText('Aucun article avec «\u00a0ferry\u00a0»');
  await expect(page.locator('#relaxations')).toContainText('Essayez de retirer');
  await expect(page.getByRole('button', { name: 'Retirer\u00a0: période de 2005' })).toBeVisible();

  await page.goto(french);
  await page.getByRole('searchbox').pressSequentially('ada', { delay: 20 });
  const names = page.getByRole('listbox', { name: 'Noms' });
  await expect(names.getByRole('option').first()).toContainText('personne · 4 articles');

  await page.goto(`${french}/search/?q=Ada%20Brook`);
  const card = page.locator('.name-card');
  await expect(card).toContainText('personne');
  await expect(card).toContainText('4 articles');
});
