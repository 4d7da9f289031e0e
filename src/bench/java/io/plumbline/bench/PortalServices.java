package io.plumbline.bench;

import io.plumbline.Plumbline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** The portal's services on a store, in this process, without its screens and its jobs. */
final class PortalServices {
    /** Writes many rows at once. */
    static final Map<String, Object> TO_FILL = Map.of(
            "spring.jpa.properties.hibernate.jdbc.batch_size", 200,
            "spring.jpa.properties.hibernate.order_inserts", true,
            "spring.jpa.properties.hibernate.order_updates", true);

    private PortalServices() {}

    /** Starts them with settings of an instrument. */
    @SafeVarargs
    static ConfigurableApplicationContext start(Map<String, Object>... settings) {
        return start(none -> {}, settings);
    }

    /** Starts them to be measured: each statement is heard, and answered anew each time. */
    static ConfigurableApplicationContext startHeard(RowsRead rowsRead, Map<String, Object> settings) {
        return start(
                context -> {
                    askEachTimeAnew(context.getEnvironment());
                    ((GenericApplicationContext) context).registerBean("rowsRead", RowsRead.class, () -> rowsRead);
                },
                settings);
    }

    @SafeVarargs
    private static ConfigurableApplicationContext start(
            ApplicationContextInitializer<ConfigurableApplicationContext> prepared, Map<String, Object>... settings) {
        var arguments = new ArrayList<>(List.of(
                "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration",
                "--logging.level.com.vaadin=ERROR",
                "--logging.level.com.zaxxer=ERROR"));
        for (var some : settings) {
            some.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        }
        return new SpringApplicationBuilder(Plumbline.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .initializers(
                        prepared,
                        (ConfigurableApplicationContext context) ->
                                context.addBeanFactoryPostProcessor(PortalServices::withoutJobs))
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
