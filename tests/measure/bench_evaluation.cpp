// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Holds `quoth evaluate` against the reference scorer, shared/tools/score.py, figure by figure, on the corpora in shared/corpora
// with the predictions that the rules make there, and says how long it takes. A second argument is another detector's name.
//
//   bench_evaluation [SHARED [DETECTOR]]

#include <app/tasks/evaluating.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace Quoth;

namespace {

struct Case
{
    QString name;
    QString gold; // below the corpora; of an agreement the file with the versions
    QString predictedFrom; // whose texts the detector reads; empty: an agreement
    bool dropNested = false;
};

const QList<Case> &cases()
{
    static const QString dev = QStringLiteral("polnear/dev.jsonl");
    static const QString gum = QStringLiteral("gum-news/train.jsonl");
    static const QString german = QStringLiteral("german-wikinews/dev.jsonl");
    static const QList<Case> list{
        {QStringLiteral("PolNeAR dev"), dev, dev},
        {QStringLiteral("PolNeAR dev, outermost"), dev, dev, true},
        {QStringLiteral("PolNeAR train, agreement"), QStringLiteral("polnear/train-iaa.jsonl"), {}},
        {QStringLiteral("CofeNet instances"), QStringLiteral("polnear/cofenet-valid.jsonl"), dev, true},
        {QStringLiteral("GUM news"), gum, gum},
        {QStringLiteral("German Wikinews dev"), german, german},
    };
    return list;
}

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        std::fprintf(stderr, "%s %s: %s\n", qPrintable(program), qPrintable(arguments.join(u' ')),
                     process.readAllStandardError().constData());
        std::exit(1);
    }
    return process.readAllStandardOutput();
}

/// What the detector finds in the articles of a corpus, as exported; made once a corpus.
QString predictions(const QString &corpus, const QString &detector, const QTemporaryDir &folder)
{
    const QString stem = folder.filePath(QString(corpus).replace(u'/', u'-'));
    const QString result = stem + QStringLiteral(".predicted.jsonl");
    if (QFileInfo::exists(result))
        return result;
    const QString quoth = QStringLiteral(QUOTH_PROGRAM);
    const QString project = stem + QStringLiteral(".quoth");
    // Without the corpus' own labels, so that the export holds the detector's alone.
    const QString texts = stem + QStringLiteral(".texts.jsonl");
    QFile in(corpus);
    QFile out(texts);
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly))
        return {};
    for (QByteArray line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        const QJsonObject bare{{QStringLiteral("id"), record.value(u"id")}, {QStringLiteral("text"), record.value(u"text")}};
        out.write(QJsonDocument(bare).toJson(QJsonDocument::Compact) + '\n');
    }
    out.close();
    output(quoth, {QStringLiteral("new"), project});
    output(quoth, {QStringLiteral("import"), project, texts});
    output(quoth, {QStringLiteral("suggest"), project, QStringLiteral("--detector"), detector});
    output(quoth,
           {QStringLiteral("export"), project, QStringLiteral("--format"), QStringLiteral("jsonl"), QStringLiteral("--output"),
            result});
    return result;
}

struct Compared
{
    int same = 0;
    QStringList different;
};

void compare(const QJsonObject &reference, const QJsonObject &ours, const QString &path, Compared &compared)
{
    for (auto it = reference.begin(); it != reference.end(); ++it) {
        const QString here = path + u'/' + it.key();
        if (it.value().isObject())
            compare(it.value().toObject(), ours.value(it.key()).toObject(), here, compared);
        else if (it.value() == ours.value(it.key()))
            ++compared.same;
        else
            compared.different.append(here);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString shared = arguments.value(1, QStringLiteral(QUOTH_SOURCE_DIR "/../shared"));
    const QString detector = arguments.value(2, QStringLiteral("rules"));
    const QString reference = shared + QStringLiteral("/tools/score.py");
    if (!QFileInfo::exists(reference)) {
        std::printf("There is no %s: nothing to compare with. Name the folder that holds tools/ and corpora/.\n",
                    qPrintable(reference));
        return 0;
    }
    const QTemporaryDir folder;
    bool allSame = true;
    std::printf("%-26s %8s %10s %8s %12s\n", "", "same", "different", "ms", "score.py ms");
    for (const Case &each : cases()) {
        const QString gold = shared + QStringLiteral("/corpora/") + each.gold;
        if (!QFileInfo::exists(gold)) {
            std::printf("%-26s is not there\n", qPrintable(each.name));
            continue;
        }
        const bool isAgreement = each.predictedFrom.isEmpty();
        const QString predicted
            = isAgreement ? QString() : predictions(shared + QStringLiteral("/corpora/") + each.predictedFrom, detector, folder);
        QStringList options{reference, QStringLiteral("--json"), QStringLiteral("--by-kind")};
        options += isAgreement ? QStringList{QStringLiteral("--agreement"), gold}
                               : QStringList{QStringLiteral("--gold"), gold, QStringLiteral("--predicted"), predicted};
        if (each.dropNested)
            options.append(QStringLiteral("--drop-nested"));
        QElapsedTimer timer;
        timer.start();
        const QJsonObject theirs = QJsonDocument::fromJson(output(QStringLiteral("python3"), options)).object();
        const qint64 referenceTime = timer.restart();
        QJsonObject ours;
        if (isAgreement) {
            const auto agreement = Tasks::annotatorAgreement(gold, Progress());
            ours = agreement ? agreement->toJson(true) : QJsonObject();
        } else {
            const auto evaluated = Tasks::evaluate({gold, predicted, {}, {}, {.dropNested = each.dropNested}}, Progress());
            if (evaluated) {
                const auto *evaluation = std::get_if<Measure::Evaluation>(&*evaluated);
                ours = evaluation ? evaluation->toJson(true) : std::get<Measure::InstanceEvaluation>(*evaluated).toJson();
            }
        }
        const qint64 ourTime = timer.elapsed();
        Compared compared;
        compare(theirs, ours, {}, compared);
        std::printf("%-26s %8d %10d %8lld %12lld\n", qPrintable(each.name), compared.same, int(compared.different.size()),
                    static_cast<long long>(ourTime), static_cast<long long>(referenceTime));
        for (const QString &path : std::as_const(compared.different))
            std::printf("  %s\n", qPrintable(path));
        allSame = allSame && compared.different.isEmpty() && compared.same > 0;
    }
    return allSame ? 0 : 1;
}
