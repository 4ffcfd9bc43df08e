// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "table.h"
#include "words.h"

#include <app/measure/report.h>
#include <app/rendering/evaluationpicture.h>
#include <app/tasks/evaluating.h>

#include <QFileInfo>

#include <algorithm>

namespace Quoth::CommandLine {

namespace {

void print(const Measure::Report &report, Console &console)
{
    for (qsizetype i = 0; i < report.size(); ++i) {
        const Measure::ReportTable &part = report[i];
        if (i > 0)
            console.print(QString());
        console.print(part.title);
        if (!part.head.isEmpty()) {
            Table table(part.head);
            for (const QStringList &row : part.rows)
                table.add(row);
            const QStringList lines = table.lines();
            for (const QString &line : lines)
                console.print(line);
        }
        for (const QString &note : part.notes)
            console.print(note);
    }
}

Rendering::EvaluationPicture pictureOf(const Measure::Evaluation &evaluation, const QString &title)
{
    using Right = Measure::Calibration::Right;
    const Measure::Calibration &calibration = evaluation.calibration();
    Rendering::EvaluationPicture picture;
    picture.title = title;
    picture.attributions = calibration.count();
    const auto seriesOf = [&](Right right) {
        Rendering::EvaluationPicture::Series series;
        for (const Measure::Calibration::Bin &bin : calibration.bins(right))
            series.bins.push_back({bin.count, bin.confidence, bin.right});
        // The share among a handful, at the far end of the curve, says nothing.
        const qint64 handful = std::min<qint64>(20, calibration.count());
        for (const Measure::Calibration::Acceptance &point : calibration.curve(right)) {
            if (point.accepted >= handful)
                series.curve.push_back({point.least, point.precision, point.recall});
        }
        series.expectedError = calibration.expectedError(right);
        return series;
    };
    picture.linked = seriesOf(Right::Linked);
    picture.full = seriesOf(Right::Full);
    return picture;
}

/// Does the work and tells it; a picture is drawn of what can be drawn.
class Evaluating
{
public:
    Evaluating(const Arguments &options, Console &console) : m_options(options), m_console(console) { }

    int run(const Tasks::EvaluationRequest &request)
    {
        m_console.setTitle(Words::tr("Measuring"));
        const auto evaluated = Tasks::evaluate(request, m_console.progress());
        m_console.endProgress();
        if (!evaluated)
            return failed(evaluated.error());
        const bool byKind = m_options.has(QStringLiteral("by-kind"));
        const auto *evaluation = std::get_if<Measure::Evaluation>(&*evaluated);
        if (const QString picture = m_options.value(QStringLiteral("picture")); !picture.isEmpty()) {
            if (!evaluation || evaluation->calibration().count() == 0) {
                return failed({ErrorCode::BadInput,
                               Words::tr("There is nothing to draw: the picture needs attributions with a confidence, measured "
                                         "against documents."),
                               request.predicted});
            }
            const QString title
                = Words::tr("%1 against %2").arg(QFileInfo(request.predicted).fileName(), QFileInfo(request.gold).fileName());
            if (const auto drawn = Rendering::renderEvaluation(pictureOf(*evaluation, title), picture); !drawn)
                return failed(drawn.error());
        }
        if (evaluation)
            tell(evaluation->toJson(byKind), Measure::reportOf(*evaluation, byKind));
        else
            tell(std::get<Measure::InstanceEvaluation>(*evaluated).toJson(),
                 Measure::reportOf(std::get<Measure::InstanceEvaluation>(*evaluated)));
        return Done;
    }

    int runAgreement(const QString &path)
    {
        m_console.setTitle(Words::tr("Measuring"));
        const auto agreement = Tasks::annotatorAgreement(path, m_console.progress());
        m_console.endProgress();
        if (!agreement)
            return failed(agreement.error());
        const bool byKind = m_options.has(QStringLiteral("by-kind"));
        tell(agreement->toJson(byKind), Measure::reportOf(*agreement, byKind));
        return Done;
    }

private:
    int failed(const Error &error)
    {
        m_console.error(error);
        return Failed;
    }

    void tell(const QJsonObject &json, const Measure::Report &report)
    {
        if (m_options.json())
            m_console.print(json);
        else
            print(report, m_console);
    }

    const Arguments &m_options;
    Console &m_console;
};

} // namespace

int runEvaluate(const QStringList &arguments, Console &console)
{
    const QString suffixes = Rendering::evaluationSuffixes().join(QStringLiteral(", "));
    Arguments options(QStringLiteral("evaluate"), QStringLiteral("--gold FILE|PROJECT --predicted FILE|PROJECT"), console);
    options.option(
        QStringLiteral("gold"),
        Words::tr("What is right: JSON Lines with attributions, CofeNet's instances, labelled sentences, or a project."),
        QStringLiteral("FILE|PROJECT"));
    options.option(QStringLiteral("predicted"), Words::tr("What is measured: JSON Lines with attributions, or a project."),
                   QStringLiteral("FILE|PROJECT"));
    options.option(QStringLiteral("agreement"),
                   Words::tr("Instead of these: how far the annotators of the versions of articles in a file agree."),
                   QStringLiteral("FILE"));
    options.option(
        QStringLiteral("state"),
        Words::tr("Which predictions: a list of suggested, accepted and rejected. Of a project suggested,accepted and of a file "
                  "all if not given."),
        QStringLiteral("STATES"), Arguments::stateNames());
    options.option(QStringLiteral("gold-state"),
                   Words::tr("Which gold attributions. Of a project accepted and of a file all if not given."),
                   QStringLiteral("STATES"), Arguments::stateNames());
    options.option(QStringLiteral("by-kind"), Words::tr("Also recall by the gold attributions' kind."));
    options.option(QStringLiteral("drop-nested"),
                   Words::tr("Keep only the outermost predicted attributions, for gold that holds no others."));
    options.option(QStringLiteral("picture"),
                   Words::tr("Also draw the reliability diagram and the curve of precision and recall; the suffix says what: %1.")
                       .arg(suffixes),
                   QStringLiteral("PATH"));
    options.jsonOption();
    if (const auto status = options.read(arguments, 0, 0))
        return *status;
    Tasks::EvaluationRequest request{
        options.value(QStringLiteral("gold")), options.value(QStringLiteral("predicted")), {}, {}, {}};
    const QString agreement = options.value(QStringLiteral("agreement"));
    const QString picture = options.value(QStringLiteral("picture"));
    const bool isPair = !request.gold.isEmpty() && !request.predicted.isEmpty();
    const bool isAgreement = !agreement.isEmpty() && request.gold.isEmpty() && request.predicted.isEmpty();
    if (!isAgreement && !(isPair && agreement.isEmpty()))
        return options.wrongUsage(Words::tr("--gold and --predicted are needed, or --agreement alone."));
    if (isAgreement && !picture.isEmpty())
        return options.wrongUsage(
            Words::tr("--picture draws confidences, which annotators do not give; it does not go with --agreement."));
    if (!picture.isEmpty() && !Rendering::evaluationSuffixes().contains(QFileInfo(picture).suffix().toLower()))
        return options.wrongUsage(Words::tr("The suffix of the picture must be one of %1.").arg(suffixes));
    for (const auto &[name, states] : {std::pair(QStringLiteral("state"), &request.predictedStates),
                                       std::pair(QStringLiteral("gold-state"), &request.goldStates)}) {
        if (!options.has(name))
            continue;
        *states = Arguments::states(options.value(name));
        if (!*states)
            return options.wrongUsage(Words::tr("--%1 takes a list of suggested, accepted and rejected.").arg(name));
    }
    request.options.dropNested = options.has(QStringLiteral("drop-nested"));
    Evaluating evaluating(options, console);
    return isAgreement ? evaluating.runAgreement(agreement) : evaluating.run(request);
}

} // namespace Quoth::CommandLine
