package io.plumbline.patients.file;

import io.plumbline.patients.CareTeamMember;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what each member of a care team does; a unique key holds that at most one leads. */
@Repository
class CareTeamRoleStore {
    private final JdbcClient jdbc;

    CareTeamRoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets the role of a member; null clears it. */
    void set(PatientId patient, StaffId member, CareTeamMember.@Nullable Role role) {
        jdbc.sql("delete from care_team_role where patient_id = ? and staff_id = ?")
                .params(patient, member)
                .update();
        if (role != null) {
            jdbc.sql("insert into care_team_role (patient_id, staff_id, team_role, lead_of) values (?, ?, ?, ?)")
                    .param(patient)
                    .param(member)
                    .param(role.name())
                    .param(role == CareTeamMember.Role.LEAD ? patient : null)
                    .update();
        }
    }
}
