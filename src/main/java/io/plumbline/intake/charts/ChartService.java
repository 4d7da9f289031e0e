package io.plumbline.intake.charts;

import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Body charts of the current user's patients. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.INTAKE_READ)
public class ChartService {
    private static final int MOST = 20;

    private final ChartedAreasQuery charts;

    ChartService(ChartedAreasQuery charts) {
        this.charts = charts;
    }

    /**
     * Returns the body charts of the signed intake notes of a patient whose chart the current user has open, of each note its
     * newest version, at most 20, newest first; empty for non-clinicians.
     */
    public List<ChartedAreas> areasOf(PatientDetails opened) {
        return opened.clinical() == null ? List.of() : charts.findSigned(opened.records(), MOST);
    }

    /**
     * Returns the body chart of the latest signed intake note of a patient whose chart the current user has open; empty if there
     * is none, and for non-clinicians.
     */
    public Optional<ChartedAreas> findLatest(PatientDetails opened) {
        return opened.clinical() == null
                ? Optional.empty()
                : charts.findSigned(opened.records(), 1).stream().findFirst();
    }
}
