# The whole job as an analyst does it in R: read, validate, score, compare, draw and publish what was
# sent for one round of inspections. Arguments: the landing folder, the folder of the form, the
# folder to fill. Rejects and tallies of questions are held to the product's afterwards. It does
# less than a release: no case mix, no shrinkage, no tiers, one comparator, no store to add to.
suppressPackageStartupMessages({
  library(data.table)
  library(ggplot2)
})
arguments <- commandArgs(trailingOnly = TRUE)
sent <- arguments[1]
form <- arguments[2]
out <- normalizePath(arguments[3])
setDTthreads(2)
began <- proc.time()[["elapsed"]]
took <- function(what) {
  now <- proc.time()[["elapsed"]]
  cat(sprintf("%6.2f s  %s\n", now - began, what))
  began <<- now
}

# ---- The form

table_of <- function(name) fread(file.path(form, name), colClasses = "character")
questions <- table_of("questions.csv")
answers <- rbind(table_of("answers.csv"), data.table(spelling = "", answer = "nr"))
outcomes <- table_of("outcomes.csv")
codes <- table_of("attributes.csv")
measures <- table_of("measures.csv")
attributes <- unique(codes$attribute)

# ---- What was sent

# Short rows are filled; the header is given one column more, for what a row has too much.
read_sent <- function(folder, name) {
  rows <- fread(
    cmd = paste("sed '1s/$/,extra/'", shQuote(file.path(sent, folder, name))), header = TRUE, fill = TRUE,
    colClasses = "character", na.strings = NULL, strip.white = FALSE, blank.lines.skip = FALSE, sep = ",")
  rows[, `:=`(folder = folder, line = .I + 1L)]
}
folders <- sort(basename(dirname(Sys.glob(file.path(sent, "*", "inspection.json")))))
inspections <- rbindlist(lapply(folders, function(folder) {
  manifest <- jsonlite::fromJSON(file.path(sent, folder, "inspection.json"))
  data.table(folder, inspection_id = manifest$inspection_id, trust = manifest$trust)
}))
cases_sent <- rbindlist(lapply(folders, read_sent, "cases.csv"))
judgements <- rbindlist(lapply(folders, read_sent, "judgements.csv"))
took("read")

# ---- Cases

cases_sent[, case_id := trimws(case_id)]
cases_sent[, evidence := fifelse(trimws(evidence) == "", "case", trimws(evidence))]
cases_sent[, is_outside := !evidence %in% questions$evidence]
for (one in attributes) {
  spelt <- tolower(trimws(cases_sent[[one]]))
  known <- codes[attribute == one]
  code <- known$code[match(spelt, known$spelling)]
  cases_sent[, is_outside := is_outside | (is.na(code) & spelt != "")]
  set(cases_sent, j = one, value = code)
}
cases_sent[, rule := fcase(
  extra != "", "malformed-line",
  case_id == "", "missing-key",
  is_outside, "attribute-outside-list")]
described <- c("evidence", attributes, "local_delivery_unit")
usable <- cases_sent[is.na(rule) | rule == "attribute-outside-list"]
kinds <- unique(usable, by = c("folder", "case_id", described))[, .N, by = .(folder, case_id)]
bad <- usable[!is.na(rule), .(folder, case_id)]
cases <- unique(usable, by = c("folder", "case_id"))
cases[kinds, on = .(folder, case_id), is_disputed := N > 1]
cases[, is_rejected := is_disputed]
cases[bad, on = .(folder, case_id), is_rejected := TRUE]
case_rejects <- rbind(
  cases_sent[!is.na(rule), .(folder, line, rule)],
  usable[cases[(is_disputed)], on = .(folder, case_id), nomatch = NULL][
    , .(folder, line, rule = rep("duplicate-case", .N))])
took("cases")

# ---- Judgements

judgements[, case_id := trimws(case_id)]
judgements[, question := match(tolower(trimws(question_id)), questions$question_id)]
judgements[, code := answers$answer[match(tolower(trimws(answer)), answers$spelling)]]
judgements[outcomes[, .(question = match(question_id, questions$question_id), code = answer, outcome)],
  on = .(question, code), outcome := i.outcome]
judgements[cases, on = .(folder, case_id),
  `:=`(case_evidence = i.evidence, is_rejected = i.is_rejected)]
judgements[, is_foreign := questions$evidence[question] != case_evidence]
judgements[, rule := fcase(
  extra != "" | inspector_id == "", "malformed-line",
  case_id == "" | trimws(question_id) == "", "missing-key",
  is.na(question), "unknown-question",
  is.na(case_evidence), "unknown-case",
  is.na(outcome), "unknown-answer",
  !is_rejected & is_foreign & outcome %in% c("sufficient", "insufficient"), "wrong-evidence")]
sound <- judgements[is.na(rule)]
sound[, times := .N, by = .(folder, case_id, question)]
sound[times > 1, is_conflict := uniqueN(code) > 1, by = .(folder, case_id, question)]
sound[, is_repeat := duplicated(sound, by = c("folder", "case_id", "question"))]
sound[, rule := fcase(
  !is.na(is_conflict) & is_conflict, "conflicting-judgement",
  is_repeat, "repeat",
  is_rejected, "unknown-case")]
rejects <- rbind(
  judgements[!is.na(rule), .(folder, name = "judgements.csv"[.N > 0], line, rule)],
  sound[!is.na(rule) & rule != "repeat", .(folder, name = "judgements.csv"[.N > 0], line, rule)],
  case_rejects[, .(folder, name = "cases.csv"[.N > 0], line, rule)])
rejects <- inspections[rejects, on = .(folder)]
fwrite(
  rejects[, .(inspection_id, file = paste0(folder, "/", name), line, rule)],
  file.path(out, "rejects.csv"))
cases[, case_number := .I]
sound[cases, on = .(folder, case_id), case_number := i.case_number]
judged <- sound[is.na(rule) & !is_foreign, .(folder, case_number, question, outcome)]
rm(judgements, sound)
took("judgements")

counted <- dcast(judged, folder + question ~ outcome, length)
for (one in setdiff(c("sufficient", "insufficient", "not_applicable"), names(counted))) {
  counted[, (one) := 0L]
}
scopes <- cases[(!is_rejected), .N, by = .(folder, evidence)]
tallies <- scopes[questions[, .(question = .I, question_id, evidence)], on = .(evidence), allow.cartesian = TRUE]
tallies <- counted[tallies, on = .(folder, question)]
setnafill(tallies, fill = 0L, cols = c("sufficient", "insufficient", "not_applicable"))
tallies[, not_recorded := N - sufficient - insufficient - not_applicable]
tallies <- inspections[tallies, on = .(folder)]
fwrite(
  tallies[, .(inspection_id, question_id, sufficient, insufficient, not_applicable, not_recorded)],
  file.path(out, "tallies.csv"))

# ---- Scores: sufficient of assessed, with the variance of a ratio of sums over cases

assessed <- judged[outcome %in% c("sufficient", "insufficient"),
  .(case_number, question, is_sufficient = outcome == "sufficient")]
setkey(assessed, question)
of_measures <- unique(measures[, .(measure_id, kind, label, condition)])
scores <- rbindlist(lapply(seq_len(nrow(of_measures)), function(i) {
  asked <- measures[measure_id == of_measures$measure_id[i], match(question_id, questions$question_id)]
  by_case <- assessed[.(asked), nomatch = NULL][, .(y = sum(is_sufficient), n = .N), by = case_number]
  condition <- of_measures$condition[i]
  if (condition != "TRUE") {
    by_case <- by_case[case_number %in% cases[eval(parse(text = condition)), case_number]]
  }
  by_case[, folder := cases$folder[case_number]]
  by_case[, .(
    cases = .N, y = sum(y), n = sum(n),
    variance = if (.N > 1) .N / (.N - 1) * sum((y - sum(y) / sum(n) * n)^2) / sum(n)^2 else NA_real_),
    by = folder][, measure_id := of_measures$measure_id[i]]
}))
scores <- of_measures[scores, on = .(measure_id)]
scores <- inspections[scores, on = .(folder)]
scores[, p := y / n]
pooled <- scores[, .(effect = sum(n^2 * variance, na.rm = TRUE) / sum(n * p * (1 - p))), by = measure_id]
scores[pooled, on = .(measure_id), pooled_effect := pmax(1, i.effect)]
scores[, effect := pmax(1, pooled_effect, variance / (p * (1 - p) / n), na.rm = TRUE)]
scores[!is.finite(effect), effect := 1]
wilson <- function(p, n, z) {
  centre <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
  half <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
  list(pmax(0, centre - half), pmin(1, centre + half))
}
scores[, c("lower95", "upper95") := wilson(p, n / effect, qnorm(.975))]
scores[, c("lower998", "upper998") := wilson(p, n / effect, qnorm(.999))]

# ---- Comparisons with all others, pooled

scores[, `:=`(others_y = sum(y) - y, others_n = sum(n) - n), by = measure_id]
scores[, others_p := others_y / others_n]
scores[, c("others_lower", "others_upper") := wilson(others_p, others_n / pooled_effect, qnorm(.975))]
scores[, difference := p - others_p]
scores[, `:=`(
  difference_lower = difference - sqrt((p - lower95)^2 + (others_upper - others_p)^2),
  difference_upper = difference + sqrt((upper95 - p)^2 + (others_p - others_lower)^2))]
scores[, verdict := fcase(difference_lower > 0, "higher", difference_upper < 0, "lower", default = "similar")]
scores[, p_value := 2 * pnorm(-abs(difference) / sqrt(
  others_p * (1 - others_p) * (effect / n + pooled_effect / others_n)))]
scores[, adjusted_p_value := p.adjust(p_value, "BH"), by = measure_id]
setorder(scores, measure_id, -p)
scores[, rank := frank(-p, ties.method = "min"), by = measure_id]

# Rank intervals: how many are shown better and worse, all pairs with Holm's correction.
scores[, c("rank_lower", "rank_upper") := {
  se <- sqrt(effect * p * (1 - p) / n)
  apart <- outer(p, p, "-") / sqrt(outer(se^2, se^2, "+"))
  diag(apart) <- 0
  adjusted <- matrix(p.adjust(2 * pnorm(-abs(apart)), "holm"), nrow = .N)
  list(1L + rowSums(adjusted < .05 & apart < 0), .N - rowSums(adjusted < .05 & apart > 0))
}, by = measure_id]
took("scores and comparisons")

fwrite(scores[, !"condition"], file.path(out, "comparisons.csv"))

# ---- Funnel plots

drawn <- of_measures[kind %in% c("overall", "theme", "section", "child_protection")]
charts <- file.path(out, "charts")
dir.create(charts)
draw_funnel <- function(id) {
  of_one <- scores[measure_id == id]
  centre <- of_one[, sum(y) / sum(n)]
  limits <- data.table(size = seq(min(of_one$n / of_one$effect), max(of_one$n / of_one$effect), length.out = 200))
  for (level in c(.975, .999)) {
    limits[, paste0(c("low", "high"), level) := wilson(centre, size, qnorm(level))]
  }
  plot <- ggplot(of_one, aes(n / effect, p)) +
    geom_hline(yintercept = centre) +
    geom_line(aes(size, low0.975), limits, linetype = 2) +
    geom_line(aes(size, high0.975), limits, linetype = 2) +
    geom_line(aes(size, low0.999), limits) +
    geom_line(aes(size, high0.999), limits) +
    geom_point(aes(colour = verdict)) +
    scale_y_continuous(labels = function(x) paste0(100 * x, " %")) +
    labs(title = of_one$label[1], x = "Effective judgements", y = "Sufficient")
  ggsave(file.path(charts, paste0(id, ".svg")), plot, device = grDevices::svg, width = 7, height = 4.5)
}
invisible(lapply(drawn$measure_id, draw_funnel))
took("funnel plots")

# ---- Workbook: a league table for each measure that has a chart, and all scores

workbook <- openxlsx::createWorkbook()
bold <- openxlsx::createStyle(textDecoration = "bold")
league <- function(id) scores[measure_id == id, .(
  Rank = rank, From = rank_lower, To = rank_upper, Trust = trust, Cases = cases,
  Score = round(100 * p, 1), Lower = round(100 * lower95, 1), Upper = round(100 * upper95, 1),
  Others = round(100 * others_p, 1), Difference = round(100 * difference, 1), Verdict = verdict)]
for (i in seq_len(nrow(drawn))) {
  openxlsx::addWorksheet(workbook, substr(paste(i, gsub("[^A-Za-z ]", "", drawn$label[i])), 1, 31))
  openxlsx::writeData(workbook, i, league(drawn$measure_id[i]), headerStyle = bold)
  openxlsx::setColWidths(workbook, i, 1:11, "auto")
}
openxlsx::addWorksheet(workbook, "All scores")
openxlsx::writeData(workbook, "All scores", scores[, .(
  trust, measure_id, label, cases, n, y, p, lower95, upper95, lower998, upper998, others_p, difference,
  difference_lower, difference_upper, verdict, p_value, adjusted_p_value, rank)], headerStyle = bold)
openxlsx::saveWorkbook(workbook, file.path(out, "league-tables.xlsx"))
took("workbook")

# ---- Report

report <- c(
  "---", "title: Inspection results", "output:", "  html_document:", "    toc: true", "---", "",
  "```{r, echo = FALSE, results = 'asis'}",
  "for (i in seq_len(nrow(drawn))) {",
  "  cat('\n\n## ', drawn$label[i], '\n\n', sep = '')",
  "  of_one <- scores[measure_id == drawn$measure_id[i]]",
  "  cat(sum(of_one$verdict == 'higher'), 'trusts are above the others,', sum(of_one$verdict == 'lower'), 'below.\n\n')",
  "  cat('![Funnel plot](', normalizePath(file.path(charts, paste0(drawn$measure_id[i], '.svg'))), ')\n\n', sep = '')",
  "  print(knitr::kable(league(drawn$measure_id[i])))",
  "}", "```")
writeLines(report, file.path(out, "report.Rmd"))
rmarkdown::render(file.path(out, "report.Rmd"), quiet = TRUE)
took("report")
