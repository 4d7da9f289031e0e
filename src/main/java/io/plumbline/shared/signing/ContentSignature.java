package io.plumbline.shared.signing;

import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a record and when, with the hash of the content that was signed and the number of its form. It is empty
 * while the record is a draft.
 */
@Embeddable
public class ContentSignature {
    private @Nullable Instant signedAt;
    private @Nullable StaffId signedBy;
    private @Nullable String contentHash;
    private int contentFormat;

    /**
     * Signs the record.
     *
     * @param format the number of the form of the content
     * @param content returns what the signature covers, which includes who signs and when
     * @param seal computes the hash of the content
     * @return when it was signed
     */
    public Instant sign(StaffId by, Instant at, int format, Supplier<SignedText> content, ContentMac seal) {
        var signed = at.truncatedTo(ChronoUnit.MICROS); // the precision of the store, since the hash covers it
        signedBy = by;
        signedAt = signed;
        contentFormat = format;
        contentHash = seal.computeMac(content.get());
        return signed;
    }

    /**
     * Returns whether the content still matches its hash.
     *
     * @param forms returns the texts of the content that a number of a form stands for; none if there is no such form
     */
    public boolean isIntact(IntFunction<List<SignedText>> forms, ContentMac seal) {
        return seal.fits(forms.apply(contentFormat), contentHash);
    }

    /** Returns who signed the record; null for a draft. */
    public @Nullable StaffId signedBy() {
        return signedBy;
    }

    /** Returns when the record was signed; null for a draft. */
    public @Nullable Instant signedAt() {
        return signedAt;
    }

    /** Returns the hash of the signed content; null for a draft. */
    public @Nullable String contentHash() {
        return contentHash;
    }
}
