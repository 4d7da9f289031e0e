package io.plumbline.store;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Finds the repositories of all modules. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackages = "io.plumbline", repositoryBaseClass = ManagedRepository.class)
class RepositoryConfig {}
