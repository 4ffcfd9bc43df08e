// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outsidesettings.h"

#include "words.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>

namespace Quoth::Detection {

namespace {

const QString kindNames[]
    = {QStringLiteral("program"), QStringLiteral("http"), QStringLiteral("label-studio"), QStringLiteral("inception")};
constexpr int longestTimeout = 3600;

Error wrong(const OutsideSettings &settings, const QString &message)
{
    return {ErrorCode::BadInput, message, settings.name.isEmpty() ? OutsideWords::tr("detector") : settings.name};
}

bool isName(const QString &name)
{
    static const QRegularExpression good(QStringLiteral("^[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*$"));
    return name.size() <= 60 && good.match(name).hasMatch();
}

bool isDottedName(const QString &name)
{
    static const QRegularExpression good(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$"));
    return good.match(name).hasMatch();
}

} // namespace

QString toString(OutsideKind kind) { return kindNames[int(kind)]; }

std::optional<OutsideKind> outsideKindFromString(QStringView name)
{
    for (const OutsideKind kind : outsideKinds()) {
        if (kindNames[int(kind)] == name)
            return kind;
    }
    return std::nullopt;
}

QList<OutsideKind> outsideKinds()
{
    return {OutsideKind::Program, OutsideKind::Http, OutsideKind::LabelStudio, OutsideKind::Inception};
}

bool OutsideSettings::leavesMachine() const
{
    if (!usesNetwork())
        return false;
    const QString host = base().host();
    return host.compare(u"localhost", Qt::CaseInsensitive) != 0 && !QHostAddress(host).isLoopback();
}

QString OutsideSettings::whereabouts() const
{
    if (usesNetwork())
        return base().toDisplayString(QUrl::RemovePassword);
    return (QStringList(program) + arguments).join(u' ');
}

Result<void> check(const OutsideSettings &settings)
{
    if (settings.name.isEmpty())
        return wrong(settings, OutsideWords::tr("Give the detector a name."));
    if (!isName(settings.name))
        return wrong(settings,
                     OutsideWords::tr("The name may hold letters, digits, \"-\", \"_\" and \".\" and at most 60 of them."));
    if (settings.timeout < 1 || settings.timeout > longestTimeout)
        return wrong(settings, OutsideWords::tr("The time-out must be between 1 and %1 seconds.").arg(longestTimeout));
    if (!settings.usesNetwork())
        return settings.program.isEmpty() ? Result<void>(wrong(settings, OutsideWords::tr("Say which program is to be started.")))
                                          : Result<void>();
    const QUrl url = settings.base();
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return wrong(
            settings,
            OutsideWords::tr("The address must begin with http:// or https:// and name a host, as in http://localhost:9090."));
    if (url.hasQuery() || url.hasFragment())
        return wrong(settings, OutsideWords::tr("The address may have no \"?\" and no \"#\"; paths are put behind it."));
    if (settings.kind == OutsideKind::Inception && (!isDottedName(settings.layer) || !isDottedName(settings.feature)))
        return wrong(settings,
                     OutsideWords::tr("INCEpTION needs a layer, such as %1, and a feature, such as %2.")
                         .arg(inceptionLayer, inceptionFeature));
    return {};
}

QJsonObject toJson(const OutsideSettings &settings)
{
    QJsonObject labels;
    for (auto i = settings.labels.begin(); i != settings.labels.end(); ++i)
        labels.insert(i.key(), i.value());
    QJsonObject object{{QStringLiteral("name"), settings.name},
                       {QStringLiteral("kind"), toString(settings.kind)},
                       {QStringLiteral("timeout"), settings.timeout},
                       {QStringLiteral("labels"), labels}};
    if (settings.usesNetwork()) {
        object.insert(QStringLiteral("url"), settings.url);
    } else {
        object.insert(QStringLiteral("program"), settings.program);
        object.insert(QStringLiteral("arguments"), QJsonArray::fromStringList(settings.arguments));
    }
    if (settings.kind == OutsideKind::Inception) {
        object.insert(QStringLiteral("layer"), settings.layer);
        object.insert(QStringLiteral("feature"), settings.feature);
    }
    if (!settings.agreedHost.isEmpty())
        object.insert(QStringLiteral("agreedHost"), settings.agreedHost);
    return object;
}

Result<OutsideSettings> outsideSettingsFromJson(const QJsonObject &object)
{
    OutsideSettings settings;
    settings.name = object.value(u"name").toString();
    const QString kindName = object.value(u"kind").toString();
    const auto kind = outsideKindFromString(kindName);
    if (!kind)
        return wrong(settings, OutsideWords::tr("\"%1\" is no kind of detector.").arg(kindName));
    settings.kind = *kind;
    settings.program = object.value(u"program").toString();
    for (const QJsonValue argument : object.value(u"arguments").toArray())
        settings.arguments.append(argument.toString());
    settings.url = object.value(u"url").toString();
    settings.timeout = object.value(u"timeout").toInt(settings.timeout);
    const QJsonObject labels = object.value(u"labels").toObject();
    for (auto i = labels.begin(); i != labels.end(); ++i)
        settings.labels.insert(i.key(), i.value().toString());
    settings.layer = object.value(u"layer").toString();
    settings.feature = object.value(u"feature").toString();
    settings.agreedHost = object.value(u"agreedHost").toString();
    if (const auto good = check(settings); !good)
        return good.error();
    return settings;
}

} // namespace Quoth::Detection
