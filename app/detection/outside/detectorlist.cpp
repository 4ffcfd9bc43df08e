// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detectorlist.h"

#include "outsidedetector.h"
#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>

#include <algorithm>

namespace Quoth::Detection {

namespace {

const QString setting = QStringLiteral("detectors");

} // namespace

DetectorList DetectorList::remembered(const QStringList &builtIn, QList<Annotation::Issue> *issues)
{
    DetectorList list;
    const QJsonArray kept = QJsonDocument::fromJson(QSettings().value(setting).toByteArray()).array();
    for (const QJsonValue value : kept) {
        const QJsonObject object = value.toObject();
        DetectorEntry entry{object.value(u"name").toString(), object.value(u"enabled").toBool(true), {}};
        if (object.contains(u"kind")) {
            const auto settings = outsideSettingsFromJson(object);
            if (!settings) {
                if (issues)
                    issues->append({Annotation::Severity::Warning,
                                    OutsideWords::tr("A detector in your settings cannot be read and is left out: %1")
                                        .arg(settings.error().message),
                                    entry.name, 1});
                continue;
            }
            entry.outside = *settings;
        } else if (!builtIn.contains(entry.name)) {
            continue; // of another version of the program
        }
        if (list.indexOf(entry.name) < 0)
            list.entries.append(entry);
    }
    qsizetype place = 0;
    for (const QString &name : builtIn) {
        const int index = list.indexOf(name);
        if (index >= 0 && !list.entries[index].outside)
            continue;
        if (index >= 0)
            list.entries.removeAt(index); // a later version brought one of that name
        list.entries.insert(place++, {name, name == builtIn.constFirst(), {}});
    }
    return list;
}

void DetectorList::remember() const
{
    QJsonArray kept;
    for (const DetectorEntry &entry : entries) {
        QJsonObject object = entry.outside ? toJson(*entry.outside) : QJsonObject{{QStringLiteral("name"), entry.name}};
        object.insert(QStringLiteral("enabled"), entry.isEnabled);
        kept.append(object);
    }
    QSettings().setValue(setting, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

int DetectorList::indexOf(QStringView name) const
{
    const auto found
        = std::find_if(entries.begin(), entries.end(), [name](const DetectorEntry &entry) { return entry.name == name; });
    return found == entries.end() ? -1 : int(found - entries.begin());
}

QStringList DetectorList::enabled() const
{
    QStringList names;
    for (const DetectorEntry &entry : entries) {
        if (entry.isEnabled)
            names.append(entry.name);
    }
    return names;
}

Result<void> DetectorList::add(const OutsideSettings &settings)
{
    if (const auto good = check(settings); !good)
        return good;
    if (indexOf(settings.name) >= 0)
        return Error{ErrorCode::BadInput, OutsideWords::tr("There is a detector of that name already; give it another one."),
                     settings.name};
    entries.append({settings.name, true, settings});
    return {};
}

Result<void> DetectorList::replace(int index, const OutsideSettings &settings)
{
    if (const auto good = check(settings); !good)
        return good;
    const int other = indexOf(settings.name);
    if (other >= 0 && other != index)
        return Error{ErrorCode::BadInput, OutsideWords::tr("There is a detector of that name already; give it another one."),
                     settings.name};
    entries[index].name = settings.name;
    entries[index].outside = settings;
    return {};
}

// QList::move() makes GCC 12 warn of values that are not set, wrongly.
void DetectorList::move(int from, int to) { entries.insert(to, entries.takeAt(from)); }

void DetectorList::addTo(DetectorRegistry &registry, const Annotation::Schema &schema) const
{
    for (const DetectorEntry &entry : entries) {
        if (entry.outside)
            registry.add(std::make_unique<OutsideDetector>(*entry.outside, schema));
    }
}

} // namespace Quoth::Detection
