package io.plumbline.audit.exports;

import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.audit.AuditEntryQuery;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.AuditRow;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.PatientNumbers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Exports the entries of the audit trail that a filter finds, as FHIR AuditEvent resources, for a reason on record. */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
@Requires(Permission.AUDIT_EXPORT)
public class AuditExportService {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 200;

    /** The last line of a file that could not be read to its end: it would look complete otherwise. */
    static final String NOT_COMPLETE =
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"fatal\",\"code\":\"incomplete\","
                    + "\"diagnostics\":\"This file is not complete. Export it again.\"}]}\n";

    private static final int AT_ONCE = 500;

    private final IdentityService identity;
    private final AuditEntryQuery entries;
    private final KnownPatients patients;
    private final PatientNumbers numbers;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    AuditExportService(
            IdentityService identity,
            AuditEntryQuery entries,
            KnownPatients patients,
            PatientNumbers numbers,
            RetriedTransaction transaction,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.identity = identity;
        this.entries = entries;
        this.patients = patients;
        this.numbers = numbers;
        this.transaction = transaction;
        this.events = events;
        this.json = json;
    }

    /** What was exported, with the SHA-256 of the file in hexadecimal digits. */
    public record Export(long rows, String sha256) {}

    /**
     * Writes the entries that the filter finds, newest first, one JSON object a line. The trail has the reason before
     * the first line is written, and the number of lines and the hash of the file after the last. Some hundred entries
     * are in memory at a time, and no connection is held while a receiver takes them, however slow it is.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws Refused if the reason is missing or too long; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     * @throws IOException if the receiver is gone
     */
    public Export export(AuditFilter filter, String reason, OutputStream out) throws IOException {
        identity.demandProof();
        var stated = ReasonWords.require("The reason", reason, LONGEST_REASON);
        var export = Ids.next();
        var patient = filter.patient() == null
                ? null
                : patients.withNumber(filter.patient()).orElse(null);
        tell(new AuditExportEvent.Started(export, patient, filters(filter), stated));
        var file = new DigestOutputStream(out, sha256());
        var written = new long[1];
        try {
            // a number that nobody has finds nothing
            if (filter.patient() == null || patient != null) {
                write(filter, patient, file, written);
            }
        } catch (IOException gone) {
            tell(new AuditExportEvent.NotFinished(export, patient, written[0]));
            throw gone;
        } catch (RuntimeException failed) {
            out.write(NOT_COMPLETE.getBytes(StandardCharsets.UTF_8));
            tell(new AuditExportEvent.NotFinished(export, patient, written[0]));
            throw failed;
        }
        var hash = HexFormat.of().formatHex(file.getMessageDigest().digest());
        tell(new AuditExportEvent.Exported(export, patient, written[0], hash));
        return new Export(written[0], hash);
    }

    private void write(AuditFilter filter, @Nullable PatientId patient, OutputStream file, long[] written)
            throws IOException {
        var page = transaction.call(() -> after(filter, patient, null));
        while (!page.isEmpty()) {
            for (var row : page) {
                file.write(json.writeValueAsBytes(AuditEventResource.of(row)));
                file.write('\n');
                written[0]++;
            }
            if (page.size() < AT_ONCE) {
                return;
            }
            var last = page.getLast();
            page = transaction.call(() -> after(filter, patient, last));
        }
    }

    private List<AuditRow> after(AuditFilter filter, @Nullable PatientId patient, @Nullable AuditRow last) {
        return numbers.with(entries.page(filter, patient, last, AT_ONCE), AuditRow::patient, AuditRow::withNumber);
    }

    private void tell(AuditExportEvent event) {
        transaction.run(() -> events.publishEvent(event));
    }

    /** The filters by name; the patient has a column of their own. */
    private static String filters(AuditFilter filter) {
        var words = new ArrayList<String>();
        if (filter.person() != null) {
            words.add("person " + filter.person());
        }
        if (filter.patient() != null) {
            words.add("one patient");
        }
        if (filter.kind() != null) {
            words.add("kind " + filter.kind());
        }
        if (filter.from() != null) {
            words.add("from " + filter.from());
        }
        if (filter.to() != null) {
            words.add("before " + filter.to());
        }
        return words.isEmpty() ? "all entries" : String.join(", ", words);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
