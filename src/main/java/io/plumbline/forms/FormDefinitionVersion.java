package io.plumbline.forms;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One published version of a form. It never changes. */
@Entity
@Table(name = "intake_form_version")
class FormDefinitionVersion {
    @Id
    private UUID id;

    private int number;

    @Convert(converter = FormContent.Column.class)
    private FormContent content;

    private Instant publishedAt;
    private StaffId publishedBy;

    static FormDefinitionVersion of(int number, FormContent content, StaffId by, Instant at) {
        var version = new FormDefinitionVersion();
        version.id = Ids.next();
        version.number = number;
        version.content = content;
        version.publishedAt = at;
        version.publishedBy = by;
        return version;
    }

    FormContent content() {
        return content;
    }

    FormDetails.Version details() {
        return new FormDetails.Version(number, content, publishedAt);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected FormDefinitionVersion() {}
}
