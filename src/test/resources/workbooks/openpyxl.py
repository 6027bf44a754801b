import datetime
from openpyxl import Workbook
from openpyxl.styles import numbers
wb = Workbook()
ws = wb.active; ws.title = "inspection"
for row in [["field", "value"], ["inspection_id", "HILL-1"], ["trust", "Hill School"], ["framework", "schools"],
            ["start_date", datetime.date(2014, 2, 3)], ["end_date", datetime.datetime(2014, 2, 7)],
            ["caseload", 40], ["cases_sampled", 3.0]]:
    ws.append(row)
ws = wb.create_sheet("cases")
for row in [["case_id", "evidence", "stage", "risk", "town"], ["007", "lesson", "early", "low", "Ely"],
            [8, "lesson", "late", "high", None], [9.0, "interview", None, None, "Ely"]]:
    ws.append(row)
ws["A4"].number_format = "0000"
ws = wb.create_sheet("judgements")
for row in [["case_id", "plan", "pace", "marked", "safe", "talk"], ["007", "yes", "no", "na", 2, None],
            [8, "yes", None, "no", 3.0, None], ["0009", None, None, None, None, "yes"]]:
    ws.append(row)
ws.row_dimensions[3].hidden = True
ws = wb.create_sheet("values")
ws.append(["value"])
for value, fmt in [(datetime.date(2014, 3, 4), None), (datetime.datetime(2014, 3, 4, 12, 0), None), (True, None), (0.5, "0%"),
                   (7, "0000"), (1234.5, '"£"#,##0.00'), ("#N/A", None), (0.1 + 0.2, None), (1e15, None), ("  x ", None), ("a_x0041_", None)]:
    ws.append([value])
    if fmt: ws.cell(ws.max_row, 1).number_format = fmt
wb.save("openpyxl.xlsx")
wb.epoch = __import__("openpyxl").utils.datetime.CALENDAR_MAC_1904
wb.save("openpyxl-1904.xlsx")
