// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"
#include "command.h"
#include "commandfunctions.h"
#include "table.h"
#include "words.h"

#include <app/detection/outside/detectorlist.h>
#include <app/detection/outside/outsidedetector.h>
#include <app/tasks/schemas.h>

namespace Quoth::CommandLine {

using namespace Detection;

namespace {

QString opt(const char *name) { return QLatin1String(name); }

QJsonObject jsonOf(const DetectorEntry &entry)
{
    QJsonObject object = entry.outside
        ? Detection::toJson(*entry.outside)
        : QJsonObject{{QStringLiteral("name"), entry.name}, {QStringLiteral("kind"), QStringLiteral("built-in")}};
    object.insert(QStringLiteral("enabled"), entry.isEnabled);
    return object;
}

int list(const DetectorList &detectors, const Arguments &options, Console &console)
{
    if (options.json()) {
        QJsonArray all;
        for (const DetectorEntry &entry : detectors.entries)
            all.append(jsonOf(entry));
        console.print(QJsonObject{{QStringLiteral("detectors"), all}});
        return Done;
    }
    Table table({Words::tr("name"), Words::tr("kind"), Words::tr("enabled"), Words::tr("where")});
    for (const DetectorEntry &entry : detectors.entries)
        table.add({entry.name, entry.outside ? toString(entry.outside->kind) : Words::tr("built-in"),
                   entry.isEnabled ? Words::tr("yes") : QStringLiteral("-"),
                   entry.outside ? entry.outside->whereabouts() : QString()});
    const QStringList lines = table.lines();
    for (const QString &line : lines)
        console.print(line);
    return Done;
}

/// What the options say of a new detector; what they say wrong is found by check().
Result<OutsideSettings> settingsFrom(const QString &name, const Arguments &options)
{
    OutsideSettings settings;
    settings.name = name;
    const QString kind = options.has(opt("kind")) ? options.value(opt("kind"))
        : options.has(opt("url"))                 ? QStringLiteral("http")
                                                  : QStringLiteral("program");
    const auto known = outsideKindFromString(kind);
    if (!known)
        return Error{ErrorCode::BadInput,
                     Words::tr("\"%1\" is no kind of detector: program, http, label-studio or inception.").arg(kind),
                     {}};
    settings.kind = *known;
    settings.program = options.value(opt("program"));
    settings.arguments = options.values(opt("argument"));
    settings.url = options.value(opt("url"));
    if (options.has(opt("timeout"))) {
        bool isNumber = false;
        settings.timeout = options.value(opt("timeout")).toInt(&isNumber);
        if (!isNumber)
            return Error{ErrorCode::BadInput,
                         Words::tr("--timeout wants a number of seconds, not \"%1\".").arg(options.value(opt("timeout"))),
                         {}};
    }
    for (const QString &pair : options.values(opt("label"))) {
        const qsizetype at = pair.indexOf(u'=');
        if (at < 1)
            return Error{ErrorCode::BadInput, Words::tr("--label wants THEIRS=OURS, not \"%1\".").arg(pair), {}};
        settings.labels.insert(pair.first(at), pair.mid(at + 1));
    }
    settings.layer = options.has(opt("layer"))    ? options.value(opt("layer"))
        : settings.kind == OutsideKind::Inception ? inceptionLayer
                                                  : QString();
    settings.feature = options.has(opt("feature")) ? options.value(opt("feature"))
        : settings.kind == OutsideKind::Inception  ? inceptionFeature
                                                   : QString();
    if (const auto good = check(settings); !good)
        return good.error();
    return settings;
}

int add(DetectorList &detectors, const QString &name, const Arguments &options, Console &console)
{
    auto settings = settingsFrom(name, options);
    if (settings && settings->leavesMachine()) {
        settings->agreedHost = settings->base().host();
        console.issues(
            {{Annotation::Severity::Warning,
              Words::tr("The texts of articles will be sent to %1 whenever this detector is used.").arg(settings->agreedHost),
              name, 1}});
    }
    const auto added = settings ? detectors.add(*settings) : Result<void>(settings.error());
    if (!added) {
        console.error(added.error());
        return Failed;
    }
    detectors.remember();
    if (options.json())
        console.print(jsonOf(detectors.entries.constLast()));
    else
        console.print(Words::tr("%1: added; try it with: quoth detectors test %1").arg(name));
    return Done;
}

int test(const DetectorEntry &entry, const Annotation::Schema &schema, const Arguments &options, Console &console)
{
    if (!entry.outside) {
        console.error(
            {ErrorCode::BadInput, Words::tr("This detector is built in; only those from outside are tested."), entry.name});
        return Failed;
    }
    const auto trial = tryOut(*entry.outside, schema, console.progress());
    if (!trial) {
        console.error(trial.error());
        return Failed;
    }
    console.issues(trial->issues);
    if (options.json()) {
        console.print(QJsonObject{{QStringLiteral("name"), entry.name},
                                  {QStringLiteral("detector"), trial->peer.name},
                                  {QStringLiteral("version"), trial->peer.version},
                                  {QStringLiteral("milliseconds"), trial->milliseconds},
                                  {QStringLiteral("spans"), trial->found.spans.size()},
                                  {QStringLiteral("attributions"), trial->found.attributions.size()},
                                  {QStringLiteral("issues"), toJson(trial->issues)}});
        return Done;
    }
    console.print(Words::tr("%1: answered in %2 ms; found in a sample of ours: %3, %4")
                      .arg(entry.name)
                      .arg(trial->milliseconds)
                      .arg(Words::tr("%n span(s)", nullptr, int(trial->found.spans.size())),
                           Words::tr("%n attribution(s)", nullptr, int(trial->found.attributions.size()))));
    for (const Annotation::Span &span : trial->found.spans)
        console.print(QStringLiteral("  %1: %2").arg(span.label, Annotation::textOf(span.fragments, trial->text, u" … ")));
    return Done;
}

} // namespace

int runDetectors(const QStringList &arguments, Console &console)
{
    Arguments options(QStringLiteral("detectors"),
                      QStringLiteral("list | add NAME | test NAME | remove NAME | enable NAME | disable NAME | move NAME PLACE"),
                      console);
    options.option(opt("kind"), Words::tr("Of a new one: program, http, label-studio or inception."), QStringLiteral("KIND"),
                   {opt("program"), opt("http"), opt("label-studio"), opt("inception")});
    options.option(opt("program"), Words::tr("Of a new one: the program to start."), QStringLiteral("PATH"));
    options.option(opt("argument"), Words::tr("Of a new one: an argument for the program; may be given several times."),
                   QStringLiteral("TEXT"));
    options.option(opt("url"), Words::tr("Of a new one: the address of the server."), QStringLiteral("URL"));
    options.option(opt("timeout"), Words::tr("Of a new one: seconds for an article; 60 if not given."),
                   QStringLiteral("SECONDS"));
    options.option(opt("label"),
                   Words::tr("Of a new one: which of our labels is meant by one of theirs; may be given several times."),
                   QStringLiteral("THEIRS=OURS"));
    options.option(opt("layer"), Words::tr("Of a new INCEpTION recommender: the layer; named entities if not given."),
                   QStringLiteral("TYPE"));
    options.option(opt("feature"),
                   Words::tr("Of a new INCEpTION recommender: the feature with the label; \"value\" if not given."),
                   QStringLiteral("NAME"));
    options.option(opt("schema"), Words::tr("For test: the label schema, a name or a file."), QStringLiteral("SCHEMA"));
    options.jsonOption();
    if (const auto status = options.read(arguments, 1, 3))
        return *status;
    const QString verb = options.positional()[0];
    const QString name = options.positional().value(1);
    const int wanted = verb == u"list" ? 1 : verb == u"move" ? 3 : 2;
    static const QStringList verbs{opt("list"),   opt("add"),     opt("test"), opt("remove"),
                                   opt("enable"), opt("disable"), opt("move")};
    if (!verbs.contains(verb) || options.positional().size() != wanted)
        return options.wrongUsage(Words::tr("\"%1\" is none of: %2; or a name is missing or too many.")
                                      .arg(options.positional().join(u' '), verbs.join(QStringLiteral(", "))));

    QList<Annotation::Issue> issues;
    DetectorList detectors = DetectorList::remembered(DetectorRegistry().names(), &issues);
    console.issues(issues);
    if (verb == u"list")
        return list(detectors, options, console);
    if (verb == u"add")
        return add(detectors, name, options, console);
    const int index = detectors.indexOf(name);
    if (index < 0) {
        console.error({ErrorCode::NotFound,
                       Words::tr("There is no detector of that name; \"quoth detectors list\" shows those there are."), name});
        return Failed;
    }
    if (verb == u"test") {
        const auto schema
            = Tasks::readSchema(options.has(opt("schema")) ? options.value(opt("schema")) : QStringLiteral("attribution-claims"));
        if (!schema) {
            console.error(schema.error());
            return Failed;
        }
        return test(detectors.entries[index], *schema, options, console);
    }
    if (verb == u"remove") {
        if (!detectors.entries[index].outside) {
            console.error(
                {ErrorCode::BadInput, Words::tr("This detector is built in; it can be disabled but not removed."), name});
            return Failed;
        }
        detectors.entries.removeAt(index);
    } else if (verb == u"move") {
        bool isNumber = false;
        const int place = options.positional()[2].toInt(&isNumber);
        if (!isNumber || place < 1 || place > detectors.entries.size())
            return options.wrongUsage(Words::tr("PLACE is a number from 1 to %1.").arg(detectors.entries.size()));
        detectors.move(index, place - 1);
    } else {
        detectors.entries[index].isEnabled = verb == u"enable";
    }
    detectors.remember();
    return list(detectors, options, console);
}

} // namespace Quoth::CommandLine
