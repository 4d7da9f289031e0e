package io.plumbline.records.clinicexports;

import static org.assertj.core.api.Assertions.assertThat;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an export as somebody does who has the file, a key and nothing of the portal. */
final class ExportReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, byte[]> entries;

    private ExportReader(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /** A pair of keys that the recipient makes. */
    record Keys(String recipient, String identity) {
        static Keys made() throws GeneralSecurityException {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new Keys(
                    text(pair.getPublic().getEncoded()), text(pair.getPrivate().getEncoded()));
        }

        private static String text(byte[] encoded) {
            return new String(encoded, StandardCharsets.US_ASCII);
        }
    }

    static ExportReader of(byte[] file, Keys keys) throws IOException, GeneralSecurityException {
        var entries = new LinkedHashMap<String, byte[]>();
        var channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(file)),
                        List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(keys.identity())));
        try (var zip = new ZipInputStream(Channels.newInputStream(channel))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new ExportReader(entries);
    }

    JsonNode manifest() {
        return JSON.readTree(entries.get("manifest.json"));
    }

    /** The names of the tables, as the manifest has them, with their number of rows. */
    Map<String, Long> tables() {
        var rows = new TreeMap<String, Long>();
        manifest()
                .get("tables")
                .forEach(table -> rows.put(
                        table.get("table").asString(), table.get("rows").asLong()));
        return rows;
    }

    JsonNode rows(String table) {
        return JSON.readTree(entries.get("json/" + table + ".json"));
    }

    /** The rows of a table as a spreadsheet reads them, the headings first. */
    List<List<String>> cells(String table) {
        var text = new String(entries.get("csv/" + table + ".csv"), StandardCharsets.UTF_8).substring(1);
        return CsvReader.builder().ofCsvRecord(text).stream()
                .map(record -> record.getFields())
                .toList();
    }

    byte[] entry(String name) {
        return entries.get(name);
    }

    String text() {
        var all = new StringBuilder();
        entries.forEach((name, content) -> all.append(new String(content, StandardCharsets.UTF_8)));
        return all.toString();
    }

    void assertThatEachChecksumHolds() {
        var sums = new TreeMap<String, String>();
        new String(entries.get("SHA256SUMS"), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
        var found = new TreeMap<String, String>();
        entries.forEach((name, content) -> found.put(name, DigestUtils.sha256Hex(content)));
        found.remove("SHA256SUMS");
        assertThat(sums).isEqualTo(found);
    }
}
