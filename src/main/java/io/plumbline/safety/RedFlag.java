package io.plumbline.safety;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.SubjectKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "red_flag")
class RedFlag extends AbstractAggregateRoot<RedFlag> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;

    private UUID subjectId;
    private ClinicId clinicId;
    private String ruleId;
    private String rulesVersion;
    private String flag;

    @Enumerated(EnumType.STRING)
    @Column(name = "flag_level")
    private FlagLevel level;

    @Enumerated(EnumType.STRING)
    private FlagStatus status;

    private Instant raisedAt;
    private StaffId raisedBy;

    static RedFlag raised(
            PatientId patient,
            ClinicId clinic,
            ScreeningRules rules,
            ScreeningRules.Rule rule,
            StaffId by,
            Instant at) {
        var flag = new RedFlag();
        flag.id = Ids.next();
        flag.subjectKind = SubjectKind.PATIENT;
        flag.subjectId = patient.value();
        flag.clinicId = clinic;
        flag.ruleId = rule.id();
        flag.rulesVersion = rules.version();
        flag.flag = rule.flag();
        flag.level = rule.level();
        flag.status = FlagStatus.RAISED;
        flag.raisedAt = at;
        flag.raisedBy = by;
        flag.registerEvent(new FlagRaised(flag.id, patient, rule.id(), rule.level()));
        return flag;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected RedFlag() {}
}
