package io.plumbline.safety;

import io.plumbline.patients.attachments.AttachmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.RecordVersions;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that clears a red flag, as it was judged. Source: the software rules of the screening rules, "until a
 * licensed clinician records clearance (who, when, reason, evidence)". What was cleared before a rule asked for a value
 * has none.
 *
 * @param examinedBy the name of who examined the patient
 * @param examination the findings in words
 * @param examinedOn the day of the examination
 * @param finding what was found; null if words alone say it
 * @param findingOn the day of the imaging or the discharge; null for other findings
 * @param place where the patient was examined; null if it was here
 * @param staff the clinician of the clinic who examined; null if it was somebody else
 * @param contact the examiner in the contacts book; null if it was somebody else
 * @param role what an examiner is whom neither list has; null for others
 * @param documentAskedOn since when the document of an outside examiner is asked for; null if it never was
 * @param documentId the document on the patient's record; null if there is none
 */
@Embeddable
public record Evidence(
        @Column(name = "examined_by") String examinedBy,
        @Column(name = "examination") String examination,
        @Column(name = "examined_on") LocalDate examinedOn,

        @Column(name = "finding") @Enumerated(EnumType.STRING) @Nullable
        ClearanceFinding finding,

        @Column(name = "finding_on") @Nullable LocalDate findingOn,
        @Column(name = "examined_place") @Nullable String place,
        @Column(name = "examiner_staff") @Nullable StaffId staff,
        @Column(name = "examiner_contact") @Nullable UUID contact,
        @Column(name = "examiner_role") @Nullable String role,
        @Column(name = "document_asked_on") @Nullable LocalDate documentAskedOn,
        @Column(name = "document_id") @Nullable UUID documentId) {

    /** Returns whether somebody outside the clinic examined the patient. */
    public boolean isOutside() {
        return contact != null || role != null;
    }

    /** Returns whether the document of an outside examiner is asked for and not on the record yet. */
    public boolean isDocumentAwaited() {
        return documentAskedOn != null && documentId == null;
    }

    /** Returns who examined the patient, with their role if neither the staff nor the contacts book says it. */
    public String examiner() {
        return role == null ? examinedBy : examinedBy + ", " + role;
    }

    /** Returns the same evidence with its document on the record. */
    Evidence with(AttachmentId document) {
        return RecordVersions.with(this, "documentId", document.value());
    }

    /** Reads the evidence from a row of red flags; null if it has none. */
    static @Nullable Evidence of(ResultSet row) throws SQLException {
        var by = row.getString("examined_by");
        if (by == null) {
            return null;
        }
        var finding = row.getString("finding");
        return new Evidence(
                by,
                row.getString("examination"),
                row.getObject("examined_on", LocalDate.class),
                finding == null ? null : ClearanceFinding.valueOf(finding),
                row.getObject("finding_on", LocalDate.class),
                row.getString("examined_place"),
                Ids.read(row, "examiner_staff", StaffId::new),
                Ids.read(row, "examiner_contact", id -> id),
                row.getString("examiner_role"),
                row.getObject("document_asked_on", LocalDate.class),
                Ids.read(row, "document_id", id -> id));
    }
}
