package io.plumbline.records;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** Writes a ZIP archive and computes the hash of each entry and of the whole as it writes. */
public final class RecordZip {
    /**
     * An entry that was written.
     *
     * @param sha256 the hash of its content, as 64 hexadecimal digits
     */
    public record Entry(String name, long bytes, String sha256) {}

    /** What writes the content of an entry. */
    @FunctionalInterface
    public interface Content {
        /** Writes it, and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    private final MessageDigest whole = DigestUtils.getSha256Digest();
    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    /** Begins an archive. */
    public RecordZip(OutputStream out) {
        zip = new ZipOutputStream(new DigestOutputStream(out, whole));
    }

    /** Adds an entry. */
    public void add(String name, byte[] content) throws IOException {
        add(name, out -> out.write(content));
    }

    /** Adds an entry from a stream, which whoever opened it closes. */
    public void add(String name, InputStream content) throws IOException {
        add(name, content::transferTo);
    }

    /** Adds an entry as it is written. */
    public void add(String name, Content content) throws IOException {
        var entry = new ZipEntry(name);
        // the time would make each export of the same record another file
        entry.setTime(0);
        zip.putNextEntry(entry);
        var measured = new Measured(zip);
        content.writeTo(measured);
        zip.closeEntry();
        entries.add(new Entry(name, measured.bytes, HexFormat.of().formatHex(measured.hash.digest())));
    }

    /** Returns the entries so far, in their order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Returns the checksums of the entries so far, as the programs read them that check such a list. */
    public byte[] sums() {
        return entries.stream()
                .map(entry -> entry.sha256() + "  " + entry.name() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the archive; returns the hash of all its bytes. */
    public String finish() throws IOException {
        zip.finish();
        zip.flush();
        return HexFormat.of().formatHex(whole.digest());
    }

    /** The archive while an entry is written to it; stays open after the entry. */
    private static final class Measured extends FilterOutputStream {
        private final MessageDigest hash = DigestUtils.getSha256Digest();
        private long bytes;

        Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            hash.update((byte) one);
            bytes++;
        }

        @Override
        public void write(byte[] more, int from, int length) throws IOException {
            out.write(more, from, length);
            hash.update(more, from, length);
            bytes += length;
        }

        @Override
        public void flush() {
            // a ZIP archive that is flushed for each row is a larger one
        }

        @Override
        public void close() {
            // the archive has more entries
        }
    }
}
