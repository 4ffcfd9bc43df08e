// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "everywindow.h"

#include <app/base/translation.h>
#include <app/windows/systemcolours.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Quoth;
using namespace Quoth::Windows;

// Draws every window and dialog of the program on sheets to look over: one sheet for each language, colour scheme and scale. The scale of a
// program is set when it starts, so that it starts itself for each.

namespace {

constexpr int columns = 4;
constexpr QSize picture(640, 480);
constexpr int margin = 12;
constexpr int caption = 22;

/// The windows of one sheet, and their names. In points of the interface; the sheet has the scale's pixels.
class Sheet
{
public:
    void add(const QString &name, const QPixmap &grabbed) { m_pictures.append({name, grabbed}); }

    bool save(const QString &path, qreal scale) const
    {
        const int rows = int(m_pictures.size() + columns - 1) / columns;
        const QSize cell(picture.width() + 2 * margin, picture.height() + 2 * margin + caption);
        QImage image(QSize(cell.width() * columns, cell.height() * rows) * scale, QImage::Format_RGB32);
        if (image.isNull())
            return false;
        image.setDevicePixelRatio(scale);
        image.fill(QColor(0x80, 0x80, 0x80));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setPen(Qt::white);
        for (int i = 0; i < int(m_pictures.size()); ++i) {
            const auto &[name, grabbed] = m_pictures[i];
            const QPoint place(i % columns * cell.width() + margin, i / columns * cell.height() + margin);
            const QSizeF own = QSizeF(grabbed.size()) / grabbed.devicePixelRatio();
            QSizeF shown = own;
            if (own.width() > picture.width() || own.height() > picture.height())
                shown.scale(picture, Qt::KeepAspectRatio);
            painter.drawPixmap(QRectF(place, shown), grabbed, QRectF(QPointF(), QSizeF(grabbed.size())));
            painter.drawText(QRect(place.x(), place.y() + picture.height(), picture.width(), caption), Qt::AlignLeft | Qt::AlignVCenter,
                             QStringLiteral("%1  %2 x %3").arg(name).arg(qRound(own.width())).arg(qRound(own.height())));
        }
        painter.end();
        return image.save(path);
    }

private:
    QList<std::pair<QString, QPixmap>> m_pictures;
};

/// A screen on which windows need not be smaller than they want to be, at this scale.
QByteArray screenOf(int scale)
{
    const QJsonObject screen{{QStringLiteral("name"), QStringLiteral("sheet")}, {QStringLiteral("x"), 0}, {QStringLiteral("y"), 0},
                             {QStringLiteral("width"), 1920 * scale}, {QStringLiteral("height"), 1200 * scale},
                             {QStringLiteral("logicalDpi"), 96}, {QStringLiteral("logicalBaseDpi"), 96}, {QStringLiteral("dpr"), 1}};
    return QJsonDocument(QJsonObject{{QStringLiteral("screens"), QJsonArray{screen}}}).toJson();
}

int startFor(const QString &scale, const QStringList &arguments)
{
    QTemporaryDir folder;
    QFile screen(folder.filePath(QStringLiteral("screen.json")));
    if (!screen.open(QIODevice::WriteOnly) || screen.write(screenOf(scale.toInt())) < 0)
        return 1;
    screen.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen:configfile=") + screen.fileName());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), arguments + QStringList{QStringLiteral("--at"), scale});
    return process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 1;
}

bool draw(SystemColours &colours, const QDir &folder, const QStringList &languages, const QStringList &schemes, const QString &scale)
{
    for (const QString &language : languages) {
        installLanguage(*qApp, language);
        QGuiApplication::setLayoutDirection(QLocale().textDirection());
        for (const QString &scheme : schemes) {
            colours.setScheme(*colourSchemeFromString(scheme));
            Sheet sheet;
            Test::EveryWindow().visit([&sheet](const QString &name, QWidget &window) { sheet.add(name, window.grab()); });
            const QString path = folder.filePath(QStringLiteral("%1-%2-%3x.png").arg(language, scheme, scale));
            if (!sheet.save(path, qApp->devicePixelRatio()))
                return false;
            std::puts(qPrintable(path));
        }
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    Test::WindowFixture::useOwnSettings("quoth-contactsheets");
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("OUTPUT_FOLDER"), QStringLiteral("Where the sheets go."));
    const QCommandLineOption languages(QStringLiteral("languages"), QStringLiteral("Which, with commas; all unless given."), QStringLiteral("de,ar"),
                                       interfaceLanguages().join(u','));
    const QCommandLineOption scales(QStringLiteral("scales"), QStringLiteral("Whole factors."), QStringLiteral("1,2"), QStringLiteral("1,2"));
    const QCommandLineOption schemes(QStringLiteral("schemes"), QStringLiteral("light, dark, contrast-light, contrast-dark."),
                                     QStringLiteral("light,dark"), QStringLiteral("light,dark"));
    QCommandLineOption at(QStringLiteral("at"), QStringLiteral("The scale that it was started for."), QStringLiteral("SCALE"));
    at.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({languages, scales, schemes, at});
    parser.process(application);
    const QStringList wantedLanguages = parser.value(languages).split(u',');
    const QStringList wantedSchemes = parser.value(schemes).split(u',');
    const auto isKnown = [](const QString &scheme) { return colourSchemeFromString(scheme).has_value(); };
    const auto isLanguage = [](const QString &language) { return interfaceLanguages().contains(language); };
    if (parser.positionalArguments().size() != 1 || !std::all_of(wantedSchemes.begin(), wantedSchemes.end(), isKnown)
        || !std::all_of(wantedLanguages.begin(), wantedLanguages.end(), isLanguage))
        parser.showHelp(2);
    const QDir folder(parser.positionalArguments().constFirst());
    if (!folder.mkpath(QStringLiteral(".")))
        return 1;
    if (!parser.isSet(at)) {
        const QStringList wantedScales = parser.value(scales).split(u',');
        for (const QString &scale : wantedScales) {
            if (scale.toInt() < 1)
                parser.showHelp(2);
            if (const int code = startFor(scale, QCoreApplication::arguments().mid(1)); code != 0)
                return code;
        }
        return 0;
    }
    SystemColours colours(application);
    return draw(colours, folder, wantedLanguages, wantedSchemes, parser.value(at)) ? 0 : 1;
}
