"""Fills in the program's workbooks as people do: finds tables by their key rows, rows by their ids."""
import openpyxl


class Filled:
    """A workbook to be edited and saved."""

    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)

    def tables(self, name):
        """(sheet, row of keys, column of ids, key → column) of every table of that name."""
        for sheet in self.book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value == f"oca:{name}":
                        keys = {c.value: c.column for c in sheet[cell.row] if c.value not in (None, "-", cell.value)}
                        yield sheet, cell.row, cell.column, keys

    def rows(self, name):
        """(id, key → cell) of every row of that table."""
        for sheet, first, ids, keys in self.tables(name):
            for row in range(first + 2, sheet.max_row + 1):
                yield sheet.cell(row, ids).value, {key: sheet.cell(row, column) for key, column in keys.items()}

    def put(self, name, row_id, /, **values):
        """Types values into the row; keys have '_' for '-'. Returns where the first stands, "Plan!M7"."""
        for found, cells in self.rows(name):
            if found == row_id and all(key.replace("_", "-") in cells for key in values):
                for key, value in values.items():
                    cells[key.replace("_", "-")].value = value
                cell = cells[next(iter(values)).replace("_", "-")]
                return f"{cell.parent.title}!{cell.coordinate}"
        raise KeyError((name, row_id))

    def add(self, name, /, **values):
        """Types values into the first empty row."""
        for found, cells in self.rows(name):
            if found is None and all(key.replace("_", "-") in cells for key in values) and \
                    not any(cell.value and not str(cell.value).startswith("=") for cell in cells.values()):
                for key, value in values.items():
                    cells[key.replace("_", "-")].value = value
                return
        raise KeyError(name)

    def save(self, path):
        self.book.save(path)
        return path
