// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importdialog.h"

#include "columnchoice.h"
#include "contexthelp.h"

#include <app/exchange/textdecoder.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace Quoth::Windows {

namespace {

enum Column { NameColumn, FormatColumn, EncodingColumn, TitleColumn };

constexpr qint64 headSize = 64 * 1024;
constexpr int wellRecognised = 50;

const QStringList &encodings()
{
    static const QStringList names{
        QStringLiteral("UTF-8"),       QStringLiteral("windows-1252"), QStringLiteral("windows-1251"), QStringLiteral("ISO-8859-1"),
        QStringLiteral("ISO-8859-2"),  QStringLiteral("ISO-8859-15"),  QStringLiteral("KOI8-R"),       QStringLiteral("UTF-16"),
        QStringLiteral("GB18030"),     QStringLiteral("Shift_JIS"),    QStringLiteral("EUC-KR"),       QStringLiteral("Big5")};
    return names;
}

} // namespace

ImportDialog::ImportDialog(QWidget *parent, const Exchange::FormatRegistry &formats) : QDialog(parent), m_formats(formats)
{
    setWindowTitle(tr("Import articles"));
    resize(820, 620);
    build();
    showDetails();
    showButtons();
    addHelp(*this, HelpTopic::Import);
}

ImportDialog::~ImportDialog()
{
    for (const File &file : std::as_const(m_files))
        file.progress.cancel();
    for (QFuture<void> &reading : m_readings)
        reading.waitForFinished();
}

bool ImportDialog::needsQuestions(const Exchange::FormatRegistry &formats, const QStringList &files)
{
    if (files.size() != 1)
        return true;
    QFile file(files.first());
    if (QFileInfo(file).isDir() || !file.open(QIODevice::ReadOnly))
        return true;
    QByteArray head = file.read(headSize);
    const auto best = formats.bestImporter(files.first());
    if (!best || (*best)->likelihood(files.first(), head) < wellRecognised)
        return true;
    if (!file.atEnd())
        head.truncate(head.lastIndexOf('\n') + 1); // so that no character is cut in two
    return head.isEmpty() || Exchange::detectEncoding(head) != u"UTF-8";
}

void ImportDialog::build()
{
    m_list = new QTreeWidget;
    m_list->setObjectName(QStringLiteral("import.files"));
    m_list->setAccessibleName(tr("Files to import"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setHeaderLabels({tr("File"), tr("Format"), tr("Encoding"), tr("Title")});
    m_list->header()->setSectionResizeMode(EncodingColumn, QHeaderView::ResizeToContents);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ImportDialog::showDetails);

    auto *parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_list);
    parts->addWidget(buildDetails());
    parts->setStretchFactor(1, 3);

    m_suggest = new QCheckBox(tr("&Suggest highlights at once"));
    m_suggest->setObjectName(QStringLiteral("import.suggest"));
    m_suggest->setAccessibleName(tr("Suggest highlights at once"));
    m_suggest->setChecked(true);
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("import.state"));
    m_state->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("import.import"));
    m_import->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(parts, 1);
    layout->addWidget(m_suggest);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
}

QWidget *ImportDialog::buildDetails()
{
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("import.format"));
    m_format->setAccessibleName(tr("Format of the selected file"));
    m_encoding = new QComboBox;
    m_encoding->setObjectName(QStringLiteral("import.encoding"));
    m_encoding->setAccessibleName(tr("Encoding of the selected file"));
    connect(m_format, &QComboBox::activated, this, &ImportDialog::choose);
    connect(m_encoding, &QComboBox::activated, this, &ImportDialog::choose);

    m_columnsTitle = new QLabel(tr("Which column is what:"));
    m_columns = new ColumnChoice;
    m_columns->setObjectName(QStringLiteral("import.columns"));
    connect(m_columns, &ColumnChoice::changed, this, &ImportDialog::choose);
    m_near = new QLabel;
    m_near->setObjectName(QStringLiteral("import.near"));
    m_near->setWordWrap(true);
    m_near->setTextFormat(Qt::PlainText);

    m_preview = new QPlainTextEdit;
    m_preview->setObjectName(QStringLiteral("import.preview"));
    m_preview->setAccessibleName(tr("Beginning of the text"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_issuesTitle = new QLabel(tr("&Noticed while reading:"));
    m_issues = new QListWidget;
    m_issues->setObjectName(QStringLiteral("import.issues"));
    m_issues->setAccessibleName(tr("Noticed while reading"));
    m_issues->setWordWrap(true);
    m_issues->setMaximumHeight(m_issues->fontMetrics().lineSpacing() * 5);
    m_issuesTitle->setBuddy(m_issues);

    auto *form = new QFormLayout;
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("&Encoding:"), m_encoding);
    auto *previewTitle = new QLabel(tr("Beginning of the &text:"));
    previewTitle->setBuddy(m_preview);
    auto *details = new QWidget;
    auto *layout = new QVBoxLayout(details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addWidget(m_columnsTitle);
    layout->addWidget(m_columns);
    layout->addWidget(m_near);
    layout->addWidget(previewTitle);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_issuesTitle);
    layout->addWidget(m_issues);
    return details;
}

void ImportDialog::addFiles(const QStringList &files)
{
    QList<ImportRequest> requests;
    for (const QString &file : files)
        requests.append({file, {}});
    add(requests);
}

void ImportDialog::add(const QList<ImportRequest> &files)
{
    for (const auto &[path, options] : files) {
        m_files.append(File{path, options, {}, {}, {}, {}, {}, 0, false});
        auto *item = new QTreeWidgetItem(m_list, {QFileInfo(path).fileName()});
        item->setToolTip(NameColumn, path);
        read(int(m_files.size()) - 1);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

void ImportDialog::read(int row)
{
    File &file = m_files[row];
    file.progress.cancel();
    file.progress = Progress();
    file.read = false;
    ++file.reading;
    m_readings.removeIf([](const QFuture<void> &reading) { return reading.isFinished(); });
    m_readings.append(QtConcurrent::run([this, &formats = m_formats, row, path = file.path, options = file.options, progress = file.progress,
                                         reading = file.reading] {
        auto preview = std::make_shared<ImportPreview>(previewOf(formats, path, options, progress));
        // The destructor waits for this, and what is posted to the dead is dropped.
        QMetaObject::invokeMethod(this, [this, row, reading, preview] { take(row, reading, *preview); }, Qt::QueuedConnection);
    }));
    showRow(row);
    showButtons();
}

void ImportDialog::take(int row, int reading, const ImportPreview &preview)
{
    File &file = m_files[row];
    if (reading != file.reading)
        return;
    const bool isFirst = !std::exchange(file.read, true) && file.preview.sample.empty();
    file.preview = preview;
    if (file.options.encoding.isEmpty())
        file.detected = preview.encoding;
    if (isFirst) {
        file.nearFile = m_own.nearest(preview.sample);
        m_own.add(preview.sample, QFileInfo(file.path).fileName());
    }
    compare(row);
    showRow(row);
    showButtons();
    if (row == currentRow())
        showDetails();
}

void ImportDialog::setTexts(std::shared_ptr<const Tasks::TextIndex> texts)
{
    m_texts = std::move(texts);
    for (int row = 0; row < m_files.size(); ++row) {
        if (!m_files[row].read)
            continue;
        compare(row);
        showRow(row);
    }
    showDetails();
}

void ImportDialog::compare(int row)
{
    File &file = m_files[row];
    const auto there = m_texts ? m_texts->nearest(file.preview.sample) : std::nullopt;
    if (there)
        file.near = tr("Nearly the same as “%1” in the project: %2 % of the words").arg(there->title).arg(qRound(there->share * 100));
    else if (file.nearFile)
        file.near = tr("Nearly the same as the file “%1”: %2 % of the words").arg(file.nearFile->title).arg(qRound(file.nearFile->share * 100));
    else
        file.near.clear();
}

void ImportDialog::choose()
{
    const int row = currentRow();
    if (row < 0)
        return;
    Exchange::ImportOptions &options = m_files[row].options;
    const QString format = m_format->currentData().toString();
    const QString encoding = m_encoding->currentData().toString();
    const QMap<QString, QString> columns = format == options.format && !m_columns->isHidden() ? m_columns->chosen() : QMap<QString, QString>();
    if (format == options.format && encoding == options.encoding && columns == options.columns)
        return;
    options.columns = columns;
    options.format = format;
    options.encoding = encoding;
    read(row);
}

void ImportDialog::showRow(int row)
{
    const File &file = m_files.at(row);
    QTreeWidgetItem *item = m_list->topLevelItem(row);
    if (!file.read) {
        item->setText(TitleColumn, tr("Reading\u2026"));
        return;
    }
    item->setText(FormatColumn, titleOfFormat(file.preview.format));
    item->setText(EncodingColumn, file.preview.encoding);
    item->setText(TitleColumn, file.preview.error ? tr("Cannot be read: %1").arg(file.preview.error->message)
                                             : file.near.isEmpty() ? file.preview.title : tr("%1 (there already?)").arg(file.preview.title));
    item->setToolTip(TitleColumn, file.near.isEmpty() ? item->text(TitleColumn) : file.near);
    m_list->resizeColumnToContents(NameColumn);
    m_list->resizeColumnToContents(FormatColumn);
}

void ImportDialog::showDetails()
{
    const int row = currentRow();
    for (QWidget *widget : {static_cast<QWidget *>(m_format), static_cast<QWidget *>(m_encoding)})
        widget->setEnabled(row >= 0);
    m_columns->setVisible(row >= 0 && !m_files.at(row).preview.header.isEmpty());
    m_columnsTitle->setVisible(m_columns->isVisibleTo(this));
    m_near->setVisible(row >= 0 && !m_files.at(row).near.isEmpty());
    if (row < 0)
        return;
    const File &file = m_files.at(row);
    m_near->setText(file.near);
    m_columns->setColumns(file.preview.header, file.preview.columns);
    m_format->clear();
    const QString recognised = file.options.format.isEmpty() ? titleOfFormat(file.preview.format) : QString();
    m_format->addItem(recognised.isEmpty() ? tr("Recognised by its content") : tr("Recognised: %1").arg(recognised), QString());
    for (const Exchange::Importer *importer : m_formats.importers())
        m_format->addItem(importer->info().title, importer->info().name);
    m_format->setCurrentIndex(std::max(0, m_format->findData(file.options.format)));
    m_encoding->clear();
    m_encoding->addItem(file.detected.isEmpty() ? tr("Detected") : tr("Detected: %1").arg(file.detected), QString());
    for (const QString &name : encodings())
        m_encoding->addItem(name, name);
    m_encoding->setCurrentIndex(std::max(0, m_encoding->findData(file.options.encoding)));

    const ImportPreview &preview = file.preview;
    m_preview->setPlainText(preview.error ? preview.error->text() : preview.more ? preview.text + QStringLiteral(" \u2026") : preview.text);
    m_issues->clear();
    for (const Annotation::Issue &issue : preview.issues) {
        const QString often = issue.count > 1 ? u' ' + tr("(%n times)", nullptr, issue.count) : QString();
        m_issues->addItem(issue.message + often);
    }
    m_issues->setVisible(!preview.issues.isEmpty());
    m_issuesTitle->setVisible(!preview.issues.isEmpty());
}

void ImportDialog::showButtons()
{
    const int broken = int(std::count_if(m_files.cbegin(), m_files.cend(), [](const File &file) { return file.preview.error && file.read; }));
    m_import->setEnabled(!isReading() && broken < m_files.size());
    if (isReading())
        m_state->setText(tr("Reading the files\u2026"));
    else
        m_state->setText(broken > 0 ? tr("%n file(s) cannot be read and will be left out.", nullptr, broken) : QString());
}

QString ImportDialog::titleOfFormat(const QString &name) const
{
    const Exchange::Importer *importer = m_formats.importer(name);
    return importer ? importer->info().title : QString();
}

int ImportDialog::currentRow() const
{
    return m_list->currentItem() ? m_list->indexOfTopLevelItem(m_list->currentItem()) : -1;
}

QList<ImportRequest> ImportDialog::requests() const
{
    QList<ImportRequest> requests;
    for (const File &file : m_files) {
        if (!file.read || file.preview.error)
            continue;
        Exchange::ImportOptions options = file.options;
        options.format = file.preview.format; // what was seen is what is read
        requests.append({file.path, options});
    }
    return requests;
}

bool ImportDialog::suggestsAtOnce() const
{
    return m_suggest->isChecked();
}

bool ImportDialog::isReading() const
{
    return std::any_of(m_files.cbegin(), m_files.cend(), [](const File &file) { return !file.read; });
}

} // namespace Quoth::Windows
