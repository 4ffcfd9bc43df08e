// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ziparchive.h"

#include "words.h"

#include <QFile>

#ifdef QUOTH_HAS_LIBZIP
#include <zip.h>
#endif

namespace Quoth::Exchange {

bool isZip(const QByteArray &head) { return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"); }

#ifdef QUOTH_HAS_LIBZIP

namespace {

// 1980-01-01, the first date that the format knows.
constexpr zip_uint16_t firstDate = 0x21;

QString reasonOf(zip_error_t *error)
{
    const QString reason = QString::fromUtf8(zip_error_strerror(error));
    zip_error_fini(error);
    return reason;
}

} // namespace

bool isZipSupported() { return true; }

void ZipReader::Close::operator()(zip *archive) const { zip_discard(archive); }

Result<ZipReader> ZipReader::open(const QString &path)
{
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    return listed(archive, code, path);
}

Result<ZipReader> ZipReader::fromBytes(const QByteArray &bytes, const QString &place)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive && source)
        zip_source_free(source);
    const int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    Result<ZipReader> reader = listed(archive, code, place);
    if (reader)
        reader->m_bytes = bytes;
    return reader;
}

Result<ZipReader> ZipReader::listed(zip *archive, int code, const QString &path)
{
    ZipReader reader;
    reader.m_path = path;
    reader.m_archive.reset(archive);
    if (!reader.m_archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        return Error{ErrorCode::BadInput, Words::tr("This is no zip archive, or it is damaged: %1.").arg(reasonOf(&error)), path};
    }
    const zip_int64_t count = zip_get_num_entries(reader.m_archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const QString name = QString::fromUtf8(zip_get_name(reader.m_archive.get(), zip_uint64_t(i), 0));
        if (!name.isEmpty() && !name.endsWith(u'/'))
            reader.m_names.append(name);
    }
    return reader;
}

Result<QByteArray> ZipReader::read(const QString &name, qint64 longest) const
{
    const QString place = m_path + QStringLiteral(", ") + name;
    const zip_int64_t index = zip_name_locate(m_archive.get(), name.toUtf8().constData(), 0);
    zip_stat_t stat;
    if (index < 0 || zip_stat_index(m_archive.get(), zip_uint64_t(index), 0, &stat) != 0)
        return Error{ErrorCode::NotFound, Words::tr("The archive has no such file."), place};
    const auto tooLong = [&] {
        return Error{ErrorCode::BadInput, Words::tr("The file unpacks to more than %1 MB and was not read.").arg(longest / (1024 * 1024)), place};
    };
    if (!(stat.valid & ZIP_STAT_SIZE) || stat.size > zip_uint64_t(longest))
        return tooLong();
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(zip_fopen_index(m_archive.get(), zip_uint64_t(index), 0), zip_fclose);
    if (!file)
        return Error{ErrorCode::NotReadable, Words::tr("The file cannot be unpacked: %1.").arg(QString::fromUtf8(zip_strerror(m_archive.get()))), place};
    QByteArray bytes;
    QByteArray part(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const zip_int64_t count = zip_fread(file.get(), part.data(), zip_uint64_t(part.size()));
        if (count < 0)
            return Error{ErrorCode::BadInput, Words::tr("The file cannot be unpacked: %1.").arg(QString::fromUtf8(zip_file_strerror(file.get()))), place};
        if (count == 0)
            return bytes;
        if (bytes.size() + count > longest)
            return tooLong();
        bytes.append(part.constData(), qsizetype(count));
    }
}

struct ZipWriter::Source
{
    zip_source_t *buffer = nullptr; ///< ours, and the archive's
    zip_t *archive = nullptr;
    QList<QByteArray> contents; ///< must live until the archive is closed
    QString error;
};

ZipWriter::ZipWriter() : m_source(std::make_unique<Source>())
{
    zip_error_t error;
    zip_error_init(&error);
    m_source->buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (m_source->buffer) {
        zip_source_keep(m_source->buffer);
        m_source->archive = zip_open_from_source(m_source->buffer, ZIP_TRUNCATE, &error);
    }
    if (!m_source->archive)
        m_source->error = reasonOf(&error);
}

ZipWriter::~ZipWriter()
{
    if (m_source->archive)
        zip_discard(m_source->archive);
    if (m_source->buffer)
        zip_source_free(m_source->buffer);
}

Result<void> ZipWriter::add(const QString &name, const QByteArray &bytes, bool stored)
{
    const auto failure = [&](const QString &reason) { return Error{ErrorCode::NotWritable, Words::tr("The archive cannot be made: %1.").arg(reason), name}; };
    if (!m_source->archive)
        return failure(m_source->error);
    m_source->contents.append(bytes);
    const QByteArray &kept = m_source->contents.constLast();
    zip_source_t *source = zip_source_buffer(m_source->archive, kept.constData(), zip_uint64_t(kept.size()), 0);
    const zip_int64_t index = source ? zip_file_add(m_source->archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        if (source)
            zip_source_free(source);
        return failure(QString::fromUtf8(zip_strerror(m_source->archive)));
    }
    zip_file_set_dostime(m_source->archive, zip_uint64_t(index), 0, firstDate, 0);
    zip_set_file_compression(m_source->archive, zip_uint64_t(index), stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    return {};
}

Result<QByteArray> ZipWriter::finish()
{
    const auto failure = [](const QString &reason) { return Error{ErrorCode::NotWritable, Words::tr("The archive cannot be made: %1.").arg(reason), {}}; };
    if (!m_source->archive)
        return failure(m_source->error);
    if (zip_close(m_source->archive) != 0)
        return failure(QString::fromUtf8(zip_strerror(m_source->archive)));
    m_source->archive = nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(m_source->buffer, &stat) != 0 || zip_source_open(m_source->buffer) != 0)
        return failure(QStringLiteral("libzip"));
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const zip_int64_t count = zip_source_read(m_source->buffer, bytes.data(), stat.size);
    zip_source_close(m_source->buffer);
    if (count != zip_int64_t(stat.size))
        return failure(QStringLiteral("libzip"));
    return bytes;
}

#else

namespace {

Error notSupported(const QString &place)
{
    return {ErrorCode::NotReadable, Words::tr("This Quoth was built without libzip and knows no zip archives."), place};
}

} // namespace

struct ZipWriter::Source
{
};

bool isZipSupported() { return false; }
void ZipReader::Close::operator()(zip *) const { }
Result<ZipReader> ZipReader::open(const QString &path) { return notSupported(path); }
Result<ZipReader> ZipReader::fromBytes(const QByteArray &, const QString &place) { return notSupported(place); }
Result<QByteArray> ZipReader::read(const QString &name, qint64) const { return notSupported(name); }
ZipWriter::ZipWriter() = default;
ZipWriter::~ZipWriter() = default;
Result<void> ZipWriter::add(const QString &name, const QByteArray &, bool) { return notSupported(name); }
Result<QByteArray> ZipWriter::finish() { return notSupported({}); }

#endif

} // namespace Quoth::Exchange
