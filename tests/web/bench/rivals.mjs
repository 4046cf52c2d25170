// AG Grid Community and Tabulator with the same 10 000 lines: a line total and a document total that
// follow each edit, computed in the page as their users do it (floating point, no taxes or terms).
import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import { TabulatorFull } from 'tabulator-tables';

ModuleRegistry.registerModules([AllCommunityModule]);

const lines = Array.from({ length: 10_000 }, (_, index) => ({
  id: `l${index + 1}`,
  name: `Item ${index + 1}`,
  quantity: (index % 9) + 1,
  unitPrice: (index % 100) + 1.5,
}));
const total = document.getElementById('total');
const place = document.getElementById('grid');
const sum = (rows) => rows.reduce((all, row) => all + row.quantity * row.unitPrice, 0);

/** Each rival: how it opens, and how the first line's quantity becomes another. */
const rivals = {
  agGrid: () => {
    const api = createGrid(place, {
      rowData: lines,
      getRowId: ({ data }) => data.id,
      columnDefs: [
        { field: 'name' },
        { field: 'quantity', editable: true },
        { field: 'unitPrice', editable: true },
        { headerName: 'Total', valueGetter: ({ data }) => data.quantity * data.unitPrice },
      ],
      onCellValueChanged: () => (total.textContent = String(sum(lines))),
    });
    return (value) => api.getRowNode('l1').setDataValue('quantity', value);
  },
  tabulator: () => {
    const table = new TabulatorFull(place, {
      data: lines,
      index: 'id',
      height: 600,
      columns: [
        { title: 'Name', field: 'name' },
        { title: 'Quantity', field: 'quantity', editor: 'number' },
        { title: 'Unit price', field: 'unitPrice', editor: 'number' },
        {
          title: 'Total',
          field: 'total',
          mutator: (_value, data) => data.quantity * data.unitPrice,
        },
      ],
    });
    return async (value) => {
      lines[0].quantity = value;
      await table.updateData([{ id: 'l1', quantity: value, total: 0 }]);
      total.textContent = String(sum(table.getData()));
    };
  },
};

window.openRival = (name) => {
  place.replaceChildren();
  window.editRival = rivals[name]();
};
