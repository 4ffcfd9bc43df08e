// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report.h"

#include "words.h"

namespace Quoth::Measure {

namespace {

QString number(qint64 value) { return QString::number(value); }

QStringList percents(const Scores &scores) { return {percent(scores.precision), percent(scores.recall), percent(scores.f1)}; }

const QString precisionTitle = QStringLiteral("P");
const QString recallTitle = QStringLiteral("R");
const QString f1Title = QStringLiteral("F1");

ReportTable spanTable(const Tally &tally, Tally::Table which)
{
    ReportTable table;
    table.title = which == Tally::Table::Units ? Words::tr("Units (all fragments of an attribution's role together)")
                                               : Words::tr("Fragments (each contiguous piece a span of its own: CofeNet)");
    table.head = QStringList{QString(),
                             Words::tr("gold"),
                             Words::tr("predicted"),
                             Words::tr("strict P"),
                             recallTitle,
                             f1Title,
                             Words::tr("begin F1"),
                             Words::tr("overlap P"),
                             recallTitle,
                             f1Title,
                             Words::tr("soft P"),
                             recallTitle,
                             f1Title,
                             Words::tr("token P"),
                             recallTitle,
                             f1Title};
    for (const Role role : allRoles) {
        const SpanCounts &counts = tally.spans(which, role);
        table.rows.append(QStringList{toString(role), number(counts.gold()), number(counts.predicted())}
                          + percents(counts.strict()) + QStringList{percent(counts.begin().f1)} + percents(counts.overlap())
                          + percents(counts.soft()) + percents(counts.token()));
    }
    return table;
}

ReportTable relationTable(const RelationCounts &counts)
{
    ReportTable table{
        Words::tr("Attributions"),
        {QString(), Words::tr("gold"), Words::tr("predicted"), Words::tr("correct"), precisionTitle, recallTitle, f1Title},
        {},
        {}};
    const auto row = [&](const QString &name, qint64 right) {
        table.rows.append(QStringList{name, number(counts.gold), number(counts.predicted), number(right)}
                          + percents(counts.scores(right)));
    };
    row(Words::tr("full"), counts.full);
    row(Words::tr("linked"), counts.linked);
    const auto share = [&](qint64 part) { return percent(ratio(double(part), double(counts.pairs))); };
    table.notes.append(Words::tr("Given overlapping content: %1 pairs; source strict %2, overlap %3; cue strict %4, overlap %5")
                           .arg(number(counts.pairs), share(counts.strict[0]), share(counts.overlap[0]), share(counts.strict[1]),
                                share(counts.overlap[1])));
    return table;
}

ReportTable kindRecallTable(const Tally &tally)
{
    ReportTable table{Words::tr("Recall by gold kind"),
                      {Words::tr("kind"), Words::tr("role"), Words::tr("gold"), Words::tr("strict"), Words::tr("begin"),
                       Words::tr("overlap"), Words::tr("soft"), Words::tr("token")},
                      {},
                      {}};
    for (const auto &[kind, sums] : tally.kinds()) {
        const auto row = [&, &kind_ = kind](const QString &name, const SpanCounts &counts) {
            QStringList cells{kind_, name, number(counts.gold())};
            for (const auto &[measure, scores] : counts.all())
                cells.append(percent(scores.recall));
            table.rows.append(cells);
        };
        for (const Role role : allRoles)
            row(toString(role), sums.of(Tally::Table::Units, role));
        row(Words::tr("content fragments"), sums.of(Tally::Table::Pieces, Role::Content));
        const RelationCounts &counts = sums.relations;
        const auto share = [](qint64 part, qint64 whole) { return percent(ratio(double(part), double(whole))); };
        table.notes.append(
            Words::tr("%1: full %2, linked %3 of %4; given overlapping content: %5 pairs, source strict %6, overlap %7")
                .arg(kind, share(counts.full, counts.gold), share(counts.linked, counts.gold), number(counts.gold),
                     number(counts.pairs), share(counts.strict[0], counts.pairs), share(counts.overlap[0], counts.pairs)));
    }
    return table;
}

ReportTable kindTable(const Evaluation &evaluation)
{
    ReportTable table{Words::tr("Attributions by kind"),
                      {Words::tr("kind"), Words::tr("gold"), Words::tr("predicted"), Words::tr("full P"), recallTitle, f1Title,
                       Words::tr("linked P"), recallTitle, f1Title},
                      {},
                      {}};
    for (const auto &[kind, share] : evaluation.kinds())
        table.rows.append(QStringList{kind, number(share.gold), number(share.predicted)} + percents(share.full())
                          + percents(share.linked()));
    const qint64 linked = evaluation.tally().relations().linked;
    table.notes.append(Words::tr("Of the linked ones, %1 have the kind that gold gives.")
                           .arg(percent(ratio(double(evaluation.linkedOfSameKind()), double(linked)))));
    return table;
}

ReportTable detectorTable(const std::map<QString, Share> &detectors)
{
    ReportTable table{Words::tr("Precision by what made the prediction"),
                      {Words::tr("made by"), Words::tr("predicted"), Words::tr("full"), Words::tr("linked")},
                      {},
                      {}};
    for (const auto &[name, share] : detectors) {
        table.rows.append({name.isEmpty() ? Words::tr("not said") : name, number(share.predicted),
                           percent(share.full().precision), percent(share.linked().precision)});
    }
    return table;
}

ReportTable reliabilityTable(const Calibration &calibration)
{
    using Right = Calibration::Right;
    ReportTable table{Words::tr("Calibration: how many of a confidence are right"),
                      {Words::tr("confidence"), Words::tr("attributions"), Words::tr("mean confidence"), Words::tr("linked"),
                       Words::tr("full")},
                      {},
                      {}};
    const std::vector<Calibration::Bin> linked = calibration.bins(Right::Linked);
    const std::vector<Calibration::Bin> full = calibration.bins(Right::Full);
    for (std::size_t i = 0; i < linked.size(); ++i) {
        const QString range = QStringLiteral("%1-%2").arg(linked[i].from, 0, 'f', 1).arg(linked[i].from + 0.1, 0, 'f', 1);
        const bool isEmpty = linked[i].count == 0;
        const auto share = [isEmpty](double value) { return isEmpty ? QStringLiteral("-") : percent(value); };
        table.rows.append(
            {range, number(linked[i].count), share(linked[i].confidence), share(linked[i].right), share(full[i].right)});
    }
    table.notes.append(
        Words::tr("Expected calibration error: %1 linked, %2 full; %n attribution(s) without a confidence left out", nullptr,
                  int(calibration.withoutConfidence()))
            .arg(rounded(calibration.expectedError(Right::Linked)), 0, 'f', 3)
            .arg(rounded(calibration.expectedError(Right::Full)), 0, 'f', 3));
    return table;
}

ReportTable acceptanceTable(const Calibration &calibration)
{
    ReportTable table{
        Words::tr("What accepting all of a confidence and above gives"),
        {Words::tr("from"), Words::tr("accepted"), Words::tr("linked P"), recallTitle, Words::tr("full P"), recallTitle},
        {},
        {}};
    const auto linked = calibration.acceptances(Calibration::Right::Linked);
    const auto full = calibration.acceptances(Calibration::Right::Full);
    for (std::size_t i = 0; i < linked.size(); ++i) {
        table.rows.append({QString::number(linked[i].least, 'f', 2), number(linked[i].accepted), percent(linked[i].precision),
                           percent(linked[i].recall), percent(full[i].precision), percent(full[i].recall)});
    }
    return table;
}

ReportTable claimTable(const ClaimRanking &claims)
{
    return {Words::tr("Claims, ranked by confidence"),
            {QString(), Words::tr("gold"), Words::tr("ranked"), Words::tr("right"), Words::tr("average precision")},
            {{Words::tr("claims"), number(claims.gold()), number(claims.ranked()), number(claims.right()),
              percent(claims.averagePrecision())}},
            {}};
}

ReportTable speakerTable(const SpeakerAccuracy &speakers)
{
    ReportTable table{Words::tr("Speakers of the linked attributions"),
                      {QString(), Words::tr("attributions"), Words::tr("B-cubed P"), recallTitle, f1Title,
                       Words::tr("named in gold"), Words::tr("rightly named"), Words::tr("share")},
                      {},
                      {}};
    table.rows.append(
        QStringList{Words::tr("speakers"), number(speakers.count())} + percents(speakers.bCubed())
        + QStringList{number(speakers.named()), number(speakers.rightlyNamed()), percent(speakers.namedAccuracy())});
    table.notes.append(Words::tr("%n of them without a predicted speaker", nullptr, int(speakers.withoutSpeaker())));
    return table;
}

ReportTable heading(const QStringList &parts) { return {parts.join(QStringLiteral("  ")), {}, {}, {}}; }

Report tallyTables(const Tally &tally, bool byKind)
{
    Report report{spanTable(tally, Tally::Table::Units), spanTable(tally, Tally::Table::Pieces),
                  relationTable(tally.relations())};
    if (byKind)
        report.append(kindRecallTable(tally));
    return report;
}

} // namespace

Report reportOf(const Evaluation &evaluation, bool byKind)
{
    const Tally &tally = evaluation.tally();
    Report report{heading({Words::tr("documents %1").arg(tally.documents()), Words::tr("gold attributions %1").arg(tally.gold()),
                           Words::tr("predicted attributions %1").arg(tally.predicted()),
                           Words::tr("missing documents %1").arg(evaluation.missing()),
                           Words::tr("ignored documents %1").arg(evaluation.ignored()),
                           Words::tr("dropped nested %1").arg(evaluation.droppedNested())})};
    report += tallyTables(tally, byKind);
    report.append(kindTable(evaluation));
    const bool saysWho = evaluation.detectors().size() > 1
        || (evaluation.detectors().size() == 1 && !evaluation.detectors().begin()->first.isEmpty());
    if (saysWho)
        report.append(detectorTable(evaluation.detectors()));
    if (evaluation.calibration().count() > 0) {
        report.append(reliabilityTable(evaluation.calibration()));
        report.append(acceptanceTable(evaluation.calibration()));
    }
    if (evaluation.claims().isMeasurable())
        report.append(claimTable(evaluation.claims()));
    if (evaluation.speakers().isMeasurable())
        report.append(speakerTable(evaluation.speakers()));
    return report;
}

Report reportOf(const InstanceEvaluation &evaluation)
{
    return {heading({Words::tr("instances %1").arg(evaluation.instances()), Words::tr("documents %1").arg(evaluation.documents()),
                     Words::tr("missing documents %1").arg(evaluation.missing()),
                     Words::tr("dropped nested %1").arg(evaluation.droppedNested())}),
            spanTable(evaluation.tally(), Tally::Table::Pieces)};
}

Report reportOf(const Agreement &agreement, bool byKind)
{
    Report report{heading({Words::tr("articles %1").arg(agreement.articles()),
                           Words::tr("pairs of versions %1").arg(agreement.tally().documents()),
                           Words::tr("gold attributions %1").arg(agreement.tally().gold()),
                           Words::tr("predicted attributions %1").arg(agreement.tally().predicted())})};
    return report + tallyTables(agreement.tally(), byKind);
}

} // namespace Quoth::Measure
