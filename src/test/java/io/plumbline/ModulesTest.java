package io.plumbline;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Which module may know which; beside ArchitectureTest, so that a run tells the minutes of each. */
class ModulesTest {
    @Test
    void modulesHaveOnlyAllowedDependenciesAndTheirDiagramIsWritten() {
        var modules = ApplicationModules.of(Plumbline.class);
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
