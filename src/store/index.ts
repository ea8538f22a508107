/** The only part of hearsay that touches `corpus/` and `output/`. */
export { findArticles, type Found, type FoundArticle, type Other } from './find.js'
export { articlesIn, keptHeader, readLayer, readSource, removeLayers, writeLayer } from './layers.js'
export { articlePath, outputPath } from './paths.js'
export { isFolder, layerFile, type Places } from './places.js'
export { readArticle, readRegistry, registryPrint, writeRegistry } from './registry.js'
export { readReport, reportFile, writeReport } from './reports.js'
export { sweep, type Swept } from './sweep.js'
export { codeOf } from './trouble.js'
