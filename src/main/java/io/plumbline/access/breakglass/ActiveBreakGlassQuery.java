package io.plumbline.access.breakglass;

import io.plumbline.access.ChartAccessQuery;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds active break-glass access. */
@Component
public class ActiveBreakGlassQuery {
    private final ChartAccessQuery access;

    ActiveBreakGlassQuery(ChartAccessQuery access) {
        this.access = access;
    }

    /**
     * Returns a staff member's active break-glass access to a patient; if there are several, the one that lasts
     * longest.
     */
    public Optional<ActiveBreakGlass> findActive(StaffId staff, PatientId patient) {
        return Optional.ofNullable(access.find(staff, patient).breakGlass())
                .map(active -> new ActiveBreakGlass(active.id(), active.until()));
    }
}
