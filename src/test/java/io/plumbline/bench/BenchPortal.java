package io.plumbline.bench;

import io.plumbline.Plumbline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** The portal's services on a store, in this process, without its screens and its jobs. */
final class BenchPortal {
    private BenchPortal() {}

    static ConfigurableApplicationContext start(Map<String, Object> settings, RowsRead rowsRead) {
        var arguments = new ArrayList<>(List.of(
                "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration",
                "--logging.level.com.vaadin=ERROR",
                "--logging.level.com.zaxxer=ERROR"));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(Plumbline.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .initializers(context -> {
                    askEachTimeAnew(context.getEnvironment());
                    ((GenericApplicationContext) context).registerBean("rowsRead", RowsRead.class, () -> rowsRead);
                    context.addBeanFactoryPostProcessor(BenchPortal::withoutJobs);
                })
                .run(arguments.toArray(String[]::new));
    }

    /** Else H2 answers the same question from what it answered before. */
    private static void askEachTimeAnew(ConfigurableEnvironment environment) {
        var url = environment.getRequiredProperty("spring.datasource.url");
        if (url.startsWith("jdbc:h2:")) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "asked anew", Map.of("spring.datasource.url", url + ";OPTIMIZE_REUSE_RESULTS=0")));
        }
    }

    private static void withoutJobs(ConfigurableListableBeanFactory beans) {
        ((BeanDefinitionRegistry) beans)
                .removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
    }
}
