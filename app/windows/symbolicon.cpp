// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "symbolicon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

namespace Quoth::Windows {

namespace {

class SymbolEngine : public QIconEngine
{
public:
    SymbolEngine(const QString &file, bool turns) : m_file(file), m_shape(file), m_turns(turns) { }

    QIconEngine *clone() const override { return new SymbolEngine(m_file, m_turns); }
    QString key() const override { return QStringLiteral("quoth-symbol"); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1;
        painter->drawPixmap(rect, tinted(rect.size(), mode, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return tinted(size, mode, 1); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return tinted(size / scale, mode, scale); // size is in device pixels here
    }

private:
    QPixmap tinted(const QSize &size, QIcon::Mode mode, qreal ratio) const
    {
        QPixmap pixmap = m_shape.pixmap(size, ratio, QIcon::Normal);
        if (pixmap.isNull())
            return pixmap;
        if (m_turns && QGuiApplication::isRightToLeft()) {
            const qreal own = pixmap.devicePixelRatio();
            pixmap = QPixmap::fromImage(pixmap.toImage().mirrored(true, false));
            pixmap.setDevicePixelRatio(own);
        }
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), QGuiApplication::palette().color(group, role));
        return pixmap;
    }

    QString m_file;
    QIcon m_shape;
    bool m_turns; ///< with the direction of the interface
};

} // namespace

QIcon symbolIcon(const QString &name)
{
    const bool turns = name == u"undo" || name == u"redo" || name == u"back" || name == u"forward"
        || name == u"more"; // the others point nowhere, up or down
    return QIcon(new SymbolEngine(QStringLiteral(":/quoth/icons/%1.svg").arg(name), turns));
}

} // namespace Quoth::Windows
