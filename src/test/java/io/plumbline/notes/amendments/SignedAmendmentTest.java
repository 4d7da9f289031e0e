package io.plumbline.notes.amendments;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.signing.ContentHash;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The text of which the signature of an amendment is the hash. It is frozen: another would make each look altered. */
class SignedAmendmentTest {
    @Test
    void theTextOfAnAmendmentNeverChanges() {
        var content = new SignedAmendment(
                1,
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                AmendmentKind.ENTERED_IN_ERROR,
                "Wrong record",
                new UUID(0, 4),
                new UUID(0, 5),
                Instant.parse("2026-11-24T17:00:00.123456Z"));
        assertThat(ContentHash.canonicalJson(content)).isEqualTo("""
                {"copy":"00000000-0000-0000-0000-000000000004","format":1,\
                "id":"00000000-0000-0000-0000-000000000001","kind":"ENTERED_IN_ERROR",\
                "note":"00000000-0000-0000-0000-000000000002","patient":"00000000-0000-0000-0000-000000000003",\
                "says":"Wrong record","signedAt":"2026-11-24T17:00:00.123456Z",\
                "signedBy":"00000000-0000-0000-0000-000000000005"}""");
    }
}
