<#-- One line for each part: name, version, licence, address. The server inside the binaries has a licence of its own. -->
<#list dependencyMap as part>
<#assign project = part.getKey()/>
${project.groupId}:${project.artifactId}	${project.version}	<#list part.getValue() as licence>${licence}<#sep>; </#list>	${project.url!""}
<#if project.artifactId?starts_with("embedded-postgres-binaries")>
postgresql (server)	${project.version}	PostgreSQL License	https://www.postgresql.org/about/licence/
</#if>
</#list>
