package io.plumbline.plans.templates;

import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One published version of a template. It never changes. */
@Entity
@Table(name = "plan_template_version")
class PlanTemplateVersion {
    @Id
    private UUID id;

    private int number;

    @Convert(converter = TemplateContent.Column.class)
    private TemplateContent content;

    private String reason;
    private Instant publishedAt;
    private StaffId publishedBy;

    static PlanTemplateVersion of(int number, TemplateContent content, String reason, StaffId by, Instant at) {
        var version = new PlanTemplateVersion();
        version.id = Ids.next();
        version.number = number;
        version.content = content;
        version.reason = TextLimit.required("What changed", reason, 440);
        version.publishedAt = at;
        version.publishedBy = by;
        return version;
    }

    TemplateDetails.Version details() {
        return new TemplateDetails.Version(number, content, reason, publishedAt, publishedBy);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected PlanTemplateVersion() {}
}
