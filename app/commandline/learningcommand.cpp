// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "table.h"
#include "words.h"

#include <app/tasks/learning.h>

#include <QSaveFile>

namespace Quoth::CommandLine {

using namespace Tasks;
using Storage::LearnerVersion;

namespace {

constexpr int mostFindings = 40;

QJsonObject toJson(const LearnerVersion &version)
{
    return {{QStringLiteral("version"), version.number},
            {QStringLiteral("made"), version.made.toString(Qt::ISODate)},
            {QStringLiteral("base"), version.base},
            {QStringLiteral("articles"), version.articles.size()},
            {QStringLiteral("passedOver"), version.passedOver.size()},
            {QStringLiteral("decisions"), version.decisions},
            {QStringLiteral("strength"), version.strength}};
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::NotWritable, Words::tr("The model cannot be written: %1").arg(file.errorString()), path};
    return {};
}

/// What is asked for, in a project that is open.
class Answer
{
public:
    Answer(Storage::Project &project, const Arguments &options, Console &console) : m_project(project), m_options(options), m_console(console)
    {
        m_json.insert(QStringLiteral("project"), options.project());
    }

    Result<void> give(const BaseModel *base)
    {
        if (base) {
            if (const auto done = change(*base); !done)
                return done;
        }
        if (m_options.has(QStringLiteral("list")))
            return list();
        const auto last = Storage::latestLearnerVersion(m_project);
        if (!last)
            return last.error();
        show(*last);
        if (m_options.has(QStringLiteral("findings")) && *last && !(*last)->state.isEmpty())
            return findings(**last);
        return {};
    }
    const QJsonObject &json() const { return m_json; }

private:
    void tell(const QString &line)
    {
        if (!m_options.json())
            m_console.print(line);
    }

    Result<void> change(const BaseModel &base)
    {
        if (m_options.has(QStringLiteral("reset"))) {
            if (const auto done = resetLearning(m_project, base); !done)
                return done.error();
            tell(Words::tr("What was learned is forgotten; what was decided so far is not learned from again."));
        }
        if (m_options.has(QStringLiteral("revert"))) {
            const qint64 number = m_options.value(QStringLiteral("revert")).toLongLong();
            if (const auto done = revertLearning(m_project, base, number); !done)
                return done.error();
            tell(Words::tr("Back to what version %1 had learned.").arg(number));
        }
        if (m_options.has(QStringLiteral("learn"))) {
            m_console.setTitle(Words::tr("Learning"));
            const auto number = learn(m_project, base, m_console.progress());
            m_console.endProgress();
            if (!number)
                return number.error();
            if (!*number)
                tell(Words::tr("There is nothing new to learn."));
            m_json.insert(QStringLiteral("learned"), number->has_value());
        }
        if (m_options.has(QStringLiteral("export"))) {
            const QString path = m_options.value(QStringLiteral("export"));
            const auto bytes = exportLearned(m_project, base);
            if (!bytes)
                return bytes.error();
            if (const auto done = writeFile(path, *bytes); !done)
                return done;
            tell(Words::tr("%1: the model with what was learned, %2 kB.").arg(path).arg(bytes->size() / 1000));
            m_json.insert(QStringLiteral("exported"), path);
        }
        return {};
    }

    void show(const std::optional<LearnerVersion> &version)
    {
        if (!version) {
            tell(Words::tr("Nothing was learned in this project yet."));
            m_json.insert(QStringLiteral("version"), 0);
            return;
        }
        const QJsonObject fields = toJson(*version);
        for (auto it = fields.begin(); it != fields.end(); ++it)
            m_json.insert(it.key(), it.value());
        tell(Words::tr("version %1 of %2, on the model %3").arg(version->number).arg(version->made.toString(Qt::ISODate), version->base));
        tell(Words::tr("learned from %n article(s)", nullptr, int(version->articles.size())) + QStringLiteral(", ")
             + Words::tr("%n decision(s)", nullptr, version->decisions));
        tell(strengthInWords(*version) + QStringLiteral(" (%1)").arg(version->strength));
    }

    Result<void> findings(const LearnerVersion &version)
    {
        const auto adaptation = Detection::Adaptation::fromBytes(version.state);
        if (!adaptation)
            return Error{adaptation.error().code, adaptation.error().message, m_project.path()};
        QJsonArray list;
        for (const Detection::Adaptation::Finding &finding : adaptation->findings(mostFindings)) {
            const QString words = inWords(finding);
            tell(words + QStringLiteral(" (%1%2)").arg(finding.weight > 0 ? QStringLiteral("+") : QString()).arg(double(finding.weight), 0, 'f', 2));
            list.append(QJsonObject{{QStringLiteral("words"), finding.words},
                                    {QStringLiteral("weight"), double(finding.weight)},
                                    {QStringLiteral("meaning"), words}});
        }
        m_json.insert(QStringLiteral("findings"), list);
        return {};
    }

    Result<void> list()
    {
        const auto versions = Storage::learnerVersions(m_project);
        if (!versions)
            return versions.error();
        Table table({Words::tr("version"), Words::tr("made"), Words::tr("base"), Words::tr("articles"), Words::tr("decisions"), Words::tr("strength")});
        QJsonArray list;
        for (const LearnerVersion &version : *versions) {
            table.add({QString::number(version.number), version.made.toString(Qt::ISODate), version.base, QString::number(version.articles.size()),
                       QString::number(version.decisions), QString::number(version.strength)});
            list.append(toJson(version));
        }
        m_json.insert(QStringLiteral("versions"), list);
        const QStringList lines = table.lines();
        for (const QString &line : lines)
            tell(line);
        return {};
    }

    Storage::Project &m_project;
    const Arguments &m_options;
    Console &m_console;
    QJsonObject m_json;
};

} // namespace

int runLearning(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("learning"), QStringLiteral("PROJECT"), console);
    options.option(QStringLiteral("learn"), Words::tr("Learn from all that was decided in the project, and keep that as a new version."));
    options.option(QStringLiteral("list"), Words::tr("Show the versions that are kept, the last first."));
    options.option(QStringLiteral("findings"), Words::tr("Show what was learned, the strongest first."));
    options.option(QStringLiteral("reset"), Words::tr("Forget what was learned; what was decided so far is not learned from again."));
    options.option(QStringLiteral("revert"), Words::tr("Go back to what a version had learned; articles learned from since are passed over."),
                   QStringLiteral("VERSION"));
    options.option(QStringLiteral("export"), Words::tr("Write a model file that has learned it, for \"quoth suggest --model\"."), QStringLiteral("FILE"));
    options.option(QStringLiteral("model"), Words::tr("The model to learn on, made by \"quoth train\", instead of the one that comes with the program."),
                   QStringLiteral("FILE"));
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 1))
        return *status;
    int changes = 0;
    for (const char *name : {"learn", "reset", "revert"})
        changes += options.has(QLatin1String(name));
    if (changes > 1)
        return options.wrongUsage(Words::tr("Only one of --learn, --reset and --revert can be done at a time."));
    if (options.has(QStringLiteral("list")) && options.has(QStringLiteral("findings")))
        return options.wrongUsage(Words::tr("Only one of --list and --findings can be shown at a time."));
    if (options.has(QStringLiteral("revert")) && options.value(QStringLiteral("revert")).toLongLong() <= 0)
        return options.wrongUsage(Words::tr("--revert takes the number of a version; --list shows them."));

    std::optional<BaseModel> base;
    if (changes > 0 || options.has(QStringLiteral("export"))) {
        auto loaded = options.has(QStringLiteral("model")) ? loadBaseModel(options.value(QStringLiteral("model"))) : bundledBaseModel();
        if (!loaded) {
            console.error(loaded.error());
            return Failed;
        }
        base = *std::move(loaded);
    }
    const auto access = changes > 0 ? Storage::Project::Access::ReadWrite : Storage::Project::Access::ReadOnly;
    const auto project = Storage::Project::open(options.project(), access);
    if (!project) {
        console.error(project.error());
        return Failed;
    }
    Answer answer(**project, options, console);
    if (const auto done = answer.give(base ? &*base : nullptr); !done) {
        console.error(done.error());
        return Failed;
    }
    if (options.json())
        console.print(answer.json());
    return Done;
}

} // namespace Quoth::CommandLine
