#include <xlsxwriter.h>
/* As R's writexl writes: this library, in constant memory, so that texts stand inside the cells. */
static void row(lxw_worksheet *s, int r, int n, const char **t) { for (int c = 0; c < n; c++) if (t[c]) worksheet_write_string(s, r, c, t[c], NULL); }
#define ROW(s, r, ...) do { const char *t[] = {__VA_ARGS__}; row(s, r, sizeof t / sizeof *t, t); } while (0)
int main(void) {
  lxw_workbook_options o = {.constant_memory = LXW_TRUE};
  lxw_workbook *w = workbook_new_opt("libxlsxwriter.xlsx", &o);
  lxw_format *day = workbook_add_format(w); format_set_num_format(day, "yyyy-mm-dd");
  lxw_format *time = workbook_add_format(w); format_set_num_format(time, "yyyy-mm-dd HH:mm:ss UTC");
  lxw_format *pad = workbook_add_format(w); format_set_num_format(pad, "0000");
  lxw_format *pc = workbook_add_format(w); format_set_num_format(pc, "0%");
  lxw_worksheet *s = workbook_add_worksheet(w, "inspection");
  ROW(s, 0, "field", "value"); ROW(s, 1, "inspection_id", "HILL-1"); ROW(s, 2, "trust", "Hill School"); ROW(s, 3, "framework", "schools");
  ROW(s, 4, "start_date"); worksheet_write_number(s, 4, 1, 41673, day); ROW(s, 5, "end_date"); worksheet_write_number(s, 5, 1, 41677, time);
  ROW(s, 6, "caseload"); worksheet_write_number(s, 6, 1, 40, NULL); ROW(s, 7, "cases_sampled"); worksheet_write_number(s, 7, 1, 3, NULL);
  s = workbook_add_worksheet(w, "cases");
  ROW(s, 0, "case_id", "evidence", "stage", "risk", "town"); ROW(s, 1, "007", "lesson", "early", "low", "Ely");
  worksheet_write_number(s, 2, 0, 8, NULL); ROW(s, 2, NULL, "lesson", "late", "high");
  worksheet_write_number(s, 3, 0, 9, pad); ROW(s, 3, NULL, "interview", NULL, NULL, "Ely");
  s = workbook_add_worksheet(w, "judgements");
  ROW(s, 0, "case_id", "plan", "pace", "marked", "safe", "talk"); ROW(s, 1, "007", "yes", "no", "na"); worksheet_write_number(s, 1, 4, 2, NULL);
  worksheet_write_number(s, 2, 0, 8, NULL); ROW(s, 2, NULL, "yes", NULL, "no"); worksheet_write_number(s, 2, 4, 3, NULL);
  ROW(s, 3, "0009", NULL, NULL, NULL, NULL, "yes");
  s = workbook_add_worksheet(w, "values"); ROW(s, 0, "value");
  worksheet_write_number(s, 1, 0, 41702, day); worksheet_write_number(s, 2, 0, 41702.5, time); worksheet_write_boolean(s, 3, 0, 1, NULL);
  worksheet_write_number(s, 4, 0, 0.5, pc); worksheet_write_number(s, 5, 0, 7, pad); worksheet_write_number(s, 6, 0, 1234.5, NULL);
  worksheet_write_formula_str(s, 7, 0, "=NA()", NULL, "#N/A"); worksheet_write_number(s, 8, 0, 0.1 + 0.2, NULL);
  worksheet_write_number(s, 9, 0, 1e15, NULL); ROW(s, 10, "  x "); ROW(s, 11, "a_x0041_");
  return workbook_close(w);
}
