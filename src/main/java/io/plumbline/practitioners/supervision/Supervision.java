package io.plumbline.practitioners.supervision;

import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Who supervises a practitioner now. */
@Entity
@Table(name = "supervision")
class Supervision extends AbstractAggregateRoot<Supervision> {
    @Id
    private UUID practitionerId;

    @Version
    private @Nullable Long version;

    private StaffId supervisorId;
    private Instant namedAt;
    private StaffId namedBy;

    static Supervision of(StaffId practitioner, StaffId supervisor, StaffId by, Instant at) {
        var supervision = new Supervision();
        supervision.practitionerId = practitioner.value();
        supervision.name(supervisor, by, at);
        return supervision;
    }

    void name(StaffId supervisor, StaffId by, Instant at) {
        supervisorId = supervisor;
        namedAt = at;
        namedBy = by;
        registerEvent(new SupervisionChanged(practitioner(), supervisor, false));
    }

    /** Records that the supervision ends with this row. */
    void end() {
        registerEvent(new SupervisionChanged(practitioner(), supervisorId, true));
    }

    private StaffId practitioner() {
        return new StaffId(practitionerId);
    }

    long version() {
        return version == null ? -1 : version;
    }

    StaffId supervisor() {
        return supervisorId;
    }

    Instant namedAt() {
        return namedAt;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Supervision() {}
}
