// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowoptions.h"

#include "words.h"

namespace Quoth::Tasks {

QStringList colourSchemeNames()
{
    return {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast-light"),
            QStringLiteral("contrast-dark")};
}

QList<QCommandLineOption> windowOptions()
{
    return {{coloursOption, Words::tr("One of %1; this time only.").arg(colourSchemeNames().join(QStringLiteral(", "))),
             QStringLiteral("SCHEME")},
            {sampleOption, Words::tr("Open PROJECT, and make the sample project of it where it is not there yet.")}};
}

} // namespace Quoth::Tasks
