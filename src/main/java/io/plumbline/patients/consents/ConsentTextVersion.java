package io.plumbline.patients.consents;

import io.plumbline.shared.ids.ConsentTextId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** One published version of a consent text. It never changes. */
@Entity
@Table(name = "consent_text_version")
class ConsentTextVersion {
    @Id
    private UUID id;

    private int number;
    private String title;
    private String body;
    private LocalDate validFrom;
    private boolean askAgain;
    private Instant publishedAt;
    private StaffId publishedBy;

    /** @param content complete, with its first day */
    static ConsentTextVersion of(int number, ConsentTextContent content, StaffId by, Instant at) {
        var version = new ConsentTextVersion();
        version.id = ConsentTextId.next().value();
        version.number = number;
        version.title = content.title();
        version.body = content.body();
        version.validFrom = Objects.requireNonNull(content.validFrom());
        version.askAgain = content.askAgain();
        version.publishedAt = at;
        version.publishedBy = by;
        return version;
    }

    ConsentTextContent content() {
        return new ConsentTextContent(title, body, validFrom, askAgain);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected ConsentTextVersion() {}
}
